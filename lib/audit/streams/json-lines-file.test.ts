import { appendFile, chmod, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appendEntry } from '#lib/state/append-entries.ts';
import { streamBacklog } from '#lib/state/record-streams.ts';
import { openStateAt, type State } from '#lib/state/state.ts';
import { freshStateFolder } from '#lib/testing/state-folder.ts';
import { makeRecord } from '../testing/make-record.ts';
import { inOrder } from './in-order.ts';
import { appendLines } from './json-lines-file.ts';
import { type RunningStream, runStream } from './run-stream.ts';
import { newStream } from './testing/new-stream.ts';

let folder: string;
let stateFolder: string;
let state: State;
let name: string;
let file: string;
let running: RunningStream | undefined;

beforeAll(async () => {
  stateFolder = await freshStateFolder();
  state = await openStateAt({ folder: stateFolder });
});

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steward-file-'));
  file = path.join(folder, 'records.jsonl');
  name = await newStream(state);
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  await rm(folder, { recursive: true });
});

afterAll(async () => {
  await state.close();
  await rm(stateFolder, { recursive: true });
});

function start(): void {
  const times = { firstRetryMs: 10, lastRetryMs: 20 };
  running = runStream(
    name,
    inOrder((records) => appendLines(file, records), times),
    async () => state,
  );
}

async function keep(...ids: string[]): Promise<void> {
  for (const id of ids) {
    await appendEntry(
      { kind: 'ended', server: 'one', record: makeRecord({ id: `${id} ${name}` }) },
      async () => state,
    );
  }
}

async function untilNothingIsLeft(): Promise<void> {
  while ((await streamBacklog(name, async () => state)).records > 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function idsIn(place = file): Promise<unknown[]> {
  const lines = (await readFile(place, 'utf8')).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => idIn(line));
}

/** The record's id without what makes it another test's. */
const idIn = (line: string) => JSON.parse(line).event.id.replace(` ${name}`, '');

const permissionsOf = async () => (await stat(file)).mode & 0o777;

describe('the file', () => {
  test('has one line for each record, in the order of the trail, also after a new start', async () => {
    await keep('1', '2');
    start();
    await untilNothingIsLeft();
    await running?.stop();
    await keep('3');
    start();
    await untilNothingIsLeft();
    expect(await idsIn()).toEqual(['1', '2', '3']);
  });

  test('is made for its owner alone, and what others could read is closed to them', async () => {
    await keep('1');
    start();
    await untilNothingIsLeft();
    expect(await permissionsOf()).toBe(0o600);
    await chmod(file, 0o644);
    await keep('2');
    await untilNothingIsLeft();
    expect(await permissionsOf()).toBe(0o640);
  });

  test('goes on in a new one when it was moved away', async () => {
    await keep('1');
    start();
    await untilNothingIsLeft();
    await rename(file, `${file}.1`);
    await keep('2');
    await untilNothingIsLeft();
    expect(await idsIn(`${file}.1`)).toEqual(['1']);
    expect(await idsIn()).toEqual(['2']);
  });

  test('keeps whole lines whole after half a one', async () => {
    await keep('1');
    start();
    await untilNothingIsLeft();
    await appendFile(file, '{"half":');
    await keep('2');
    await untilNothingIsLeft();
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe('{"half":');
    expect(idIn(lines[2] ?? '')).toBe('2');
  });

  test('that cannot be written has its records kept until it can', async () => {
    await writeFile(path.join(folder, 'no-folder'), '');
    const right = file;
    file = path.join(folder, 'no-folder', 'records.jsonl');
    await keep('1', '2');
    start();
    expect((await streamBacklog(name, async () => state)).records).toBe(2);
    file = right;
    await untilNothingIsLeft();
    expect(await idsIn()).toEqual(['1', '2']);
  });
});
