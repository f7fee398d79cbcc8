import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportEnd, exportHead, exportLine } from '#lib/audit/export-line.ts';
import { makeRecord } from '#lib/audit/testing/make-record.ts';
import { appendEntry } from '#lib/state/append-entries.ts';
import { entriesAfter } from '#lib/state/records.ts';
import { openStateAt, type StatePlace } from '#lib/state/state.ts';
import { startPostgres, type TestPostgres } from '#lib/testing/postgres.ts';
import { freshStateFolder } from '#lib/testing/state-folder.ts';

let postgres: TestPostgres;
let folder: string;

beforeAll(async () => {
  postgres = await startPostgres();
  folder = await mkdtemp(path.join(tmpdir(), 'steward-export-'));
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true });
});

const project = path.resolve(import.meta.dirname, '..');

/** Runs the command as a person does. */
function verify(
  args: string[],
  variables: Record<string, string> = {},
): Promise<{ code: number; said: string }> {
  const { PATH, HOME } = process.env;
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', 'audit:verify', '--', '--env', 'none', ...args], {
      cwd: project,
      env: { NODE_ENV: 'test', ...(PATH && { PATH }), ...(HOME && { HOME }), ...variables },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    child.once('close', (code) => resolve({ code: code ?? -1, said }));
  });
}

describe.each([
  ['in a folder', async (): Promise<StatePlace> => ({ folder: await freshStateFolder() })],
  [
    'on a PostgreSQL server',
    async (): Promise<StatePlace> => ({ folder: '', databaseUrl: await postgres.database('verified') }),
  ],
])('npm run audit:verify, of a trail %s', (_, makePlace) => {
  let place: StatePlace;
  let variables: Record<string, string>;
  const hashes: string[] = [];

  beforeAll(async () => {
    place = await makePlace();
    variables = place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : { STATE_DIR: place.folder };
    await inState(async (state) => {
      for (const id of ['one', 'two', 'three', 'four']) {
        const entry = { kind: 'ended' as const, server: 'one', record: makeRecord({ id }) };
        hashes.push((await appendEntry(entry, async () => state))?.hash ?? '');
      }
    });
  });
  afterAll(async () => {
    if (place.folder) await rm(place.folder, { recursive: true });
  });

  /** The command opens the state itself, which in a folder takes that nobody else has it open. */
  async function inState<T>(
    work: (state: Awaited<ReturnType<typeof openStateAt>>) => Promise<T>,
  ): Promise<T> {
    const state = await openStateAt(place);
    try {
      return await work(state);
    } finally {
      await state.close();
    }
  }

  test('finds what was changed behind the console’s back, and nothing when it was put back', async () => {
    expect(await verify([], variables)).toMatchObject({
      code: 0,
      said: expect.stringContaining(
        `4 entries are as they were written.\nThe last one is entry 4 with the hash ${hashes[3]}`,
      ),
    });
    await inState(({ db }) =>
      sql`update steward.audit_entry set outcome = 'refused' where sequence = 2`.execute(db),
    );
    expect(await verify([], variables)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^Entry 2 .* was changed beside its content: outcome is not what/),
    });
    await inState(({ db }) =>
      sql`update steward.audit_entry set outcome = 'done' where sequence = 2`.execute(db),
    );
    expect((await verify([], variables)).code).toBe(0);
  });

  test('knows a hash that was noted elsewhere, and misses another', async () => {
    expect((await verify(['--expect', hashes[1] ?? ''], variables)).code).toBe(0);
    const other = await verify(['--expect', 'f'.repeat(64)], variables);
    expect(other).toMatchObject({ code: 1, said: expect.stringMatching(/^No entry has the hash f+/) });
  });

  test('verifies an export offline, and finds what was done to it', async () => {
    const entries = await inState((state) => entriesAfter(0, 100, async () => state));
    const lines = [
      exportHead(true),
      ...entries.map(exportLine),
      exportEnd({ sequence: 4, hash: hashes[3] ?? '' }),
    ];
    const verifyLines = async (some: string[]) => {
      const file = path.join(folder, 'export.jsonl');
      await writeFile(file, some.join(''));
      return verify(['--file', file]);
    };
    expect((await verifyLines(lines)).code).toBe(0);
    const forged = lines.map((line) => line.replace('"id":"two"', '"id":"too"'));
    expect(await verifyLines(forged)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^Entry 2 .* was changed: what stands in it/),
    });
    expect(await verifyLines(lines.toSpliced(2, 1))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^Entry 2 was removed/),
    });
    expect(await verifyLines(lines.slice(0, 3))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^The end was removed: after entry 2 the file breaks off/),
    });
    const choice = [exportHead(false), ...lines.slice(2)];
    expect(await verifyLines(choice)).toMatchObject({
      code: 0,
      said: expect.stringContaining('of which it says nothing: 1.'),
    });
  });

  test('finds the end that was removed', async () => {
    await inState(({ db }) => sql`delete from steward.audit_entry where sequence = 4`.execute(db));
    expect(await verify([], variables)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^Entry 4 was removed: the chain ends at entry 3, and ended at entry 4\./),
    });
  });
});

test('npm run audit:verify says with another code that it could not look', async () => {
  const usage = expect.stringContaining('Usage: npm run audit:verify -- [--file <export.jsonl>]');
  expect(await verify([path.join(folder, 'export.jsonl')])).toMatchObject({ code: 2, said: usage });
  expect(await verify(['--help'])).toMatchObject({ code: 0, said: usage });
  expect(await verify(['--file', path.join(folder, 'none.jsonl')])).toMatchObject({ code: 2 });
  expect(await verify([], { STATE_DIR: path.join(folder, 'none') })).toMatchObject({
    code: 2,
    said: expect.stringContaining('Say where the state is'),
  });
});
