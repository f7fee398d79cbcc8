import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patientNow } from '#lib/auth0/patience.ts';
import { withTimeLimit } from '#lib/auth0/time-limit.ts';
import type { User } from '#lib/auth0/user.ts';
import { toProblem } from '#lib/errors.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import type { JsonObject } from '#lib/json.ts';
import { openState } from '#lib/state/state.ts';
import { type Asked, putWhatIsRead, type Read, reads } from '#lib/testing/faulty-reads.ts';
import { signedIn } from '#lib/testing/people.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';

let tenant: TestTenant;
let ivan: User;
let asked: Asked;

beforeAll(async () => {
  tenant = await startTestTenant('own');
  await openState();
  ivan = await tenant.putUser({
    user_id: 'auth0|ivan',
    name: 'Ivan',
    app_metadata: { roles: ['Delegated Admin - Administrator'] },
  });
  await tenant.setHooks({ settings });
  asked = await putWhatIsRead(tenant);
  // The sandbox and the state are ready before anything is timed.
  for (const read of reads) await read.run(signedIn(ivan), asked);
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const settings = `(ctx, callback) => callback(null, { userFields: [{ property: 'name', edit: true }] })`;

interface Column {
  name: string;
  fault: JsonObject;
  /** Absent: it is read all the same. */
  words?: RegExp;
}

const hasFault = /^The tenant has a fault at the moment\. Nothing was changed; try again in \d+ seconds\.$/;
const isAway = /^The tenant does not answer at the moment\. Nothing was changed; try again in \d+ seconds\.$/;
const limits = /^The tenant is limiting requests\. Nothing was changed; try again in \d+ seconds\.$/;

const columns: Column[] = [
  { name: '429 in Auth0’s own shape', fault: { status: 429 }, words: limits },
  {
    name: '429 in the shape of a custom policy',
    fault: { status: 429, body: 'custom-policy' },
    words: limits,
  },
  { name: '500', fault: { status: 500 }, words: hasFault },
  { name: '503', fault: { status: 503 }, words: hasFault },
  { name: 'ten seconds of silence', fault: { status: 500, body: 'silence' }, words: isAway },
  { name: 'connections that break', fault: { status: 500, body: 'hang-up' }, words: isAway },
  { name: 'a connection that breaks once', fault: { status: 500, body: 'hang-up', times: 1 } },
  { name: 'malformed answers', fault: { status: 200, body: 'malformed' }, words: isAway },
  { name: 'a token that has just expired', fault: { status: 401, times: 1 } },
  {
    name: 'tokens that are never taken',
    fault: { status: 401 },
    words: /^The tenant does not accept this console’s own credentials\. Nothing was changed\./,
  },
];

interface Ended {
  message: string | undefined;
  tookMs: number;
}

async function tried({ run }: Read): Promise<Ended> {
  const startedMs = patientNow();
  // As every page does.
  const message = await withTimeLimit(() => run(signedIn(ivan), asked)).then(
    () => undefined,
    (error: unknown) => toProblem(error).message,
  );
  return { message, tookMs: patientNow() - startedMs };
}

/** Together those that do not ask for the same. */
async function triedAll({ fault }: Column): Promise<Map<string, Ended>> {
  const ended = new Map<string, Ended>();
  const waiting = [...reads];
  while (waiting.length > 0) {
    const together: Read[] = [];
    for (const read of [...waiting]) {
      if (together.length === 4 || together.some(({ path }) => path(asked) === read.path(asked))) continue;
      together.push(read);
      waiting.splice(waiting.indexOf(read), 1);
    }
    // A user's page is also what most others begin with.
    const respond = together.map(
      ({ path }): JsonObject => ({
        times: 9,
        ...fault,
        match: { method: 'GET', path: path(asked), exactly: true },
      }),
    );
    await tenant.setFaults({ respond });
    await Promise.all(together.map(async (read) => ended.set(read.name, await tried(read))));
  }
  await tenant.setFaults({});
  return ended;
}

/** Within two seconds, by the clock that does not count what keeps this process busy; several are tried at once. */
const atMostMs = 2_000 + 1_000;

describe.each(columns)('$name', (column) => {
  let ended: Map<string, Ended>;

  beforeAll(async () => {
    ended = await triedAll(column);
  });

  test.each(reads)('at $name', ({ name }) => {
    const { message, tookMs } = ended.get(name) ?? {};
    expect(tookMs).toBeLessThan(atMostMs);
    if (column.words) expect(message).toMatch(column.words);
    else expect(message).toBeUndefined();
  });
});

test('connections that are refused are told of at once, and everything is read when the tenant is back', async () => {
  const back = await tenant.away();
  const ended = await Promise.all(reads.map(tried)).finally(back);
  expect(ended.map(({ message }) => message)).toEqual(reads.map(() => expect.stringMatching(isAway)));
  const again = [];
  for (const read of reads) again.push(await tried(read));
  expect(again.map(({ message }) => message)).toEqual(reads.map(() => undefined));
});
