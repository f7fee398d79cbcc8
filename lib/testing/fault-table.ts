import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordOutcome } from '#lib/audit/record.ts';
import { withTimeLimit } from '#lib/auth0/time-limit.ts';
import type { User } from '#lib/auth0/user.ts';
import { type Problem, toProblem } from '#lib/errors.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import type { JsonObject } from '#lib/json.ts';
import { findRecords } from '#lib/state/records.ts';
import { openState } from '#lib/state/state.ts';
import { blockUser } from '#lib/users/block-user.ts';
import { editUserForm } from '#lib/users/form/form.ts';
import { type Column, columns, type End, inDoubt } from './faulty-columns.ts';
import type { FaultyWrite, Subject } from './faulty-write.ts';
import { signedIn } from './people.ts';
import { startTestTenant, type TestTenant } from './tenant.ts';

let tenant: TestTenant;
let ivan: User;

const settings = `(ctx, callback) => callback(null, { userFields: [
  { property: 'name', label: 'Display name', edit: true, create: true },
] })`;
const passOn = '(ctx, callback) => callback(null, { ...ctx.payload, memberships: undefined })';

interface Ended {
  problem: Problem | undefined;
  tookMs: number;
  times: number;
  outcome: RecordOutcome | undefined;
  sentence: string | undefined;
}

const made = { count: 0 };

async function subjectOf(write: FaultyWrite): Promise<Subject> {
  made.count += 1;
  const key = `user${made.count}`;
  const subject: Subject = {
    tenant,
    key,
    userId: `auth0|${key}`,
    email: `${key}@example.com`,
    partId: '',
    loaded: {},
  };
  if (!write.isCreation && !write.isRestoring) {
    await tenant.putUser({
      user_id: subject.userId,
      email: subject.email,
      username: key,
      name: 'Subject',
      identities: [{ connection: 'Contractors', provider: 'auth0', user_id: key, isSocial: false }],
    });
  }
  const partId = (await write.arrange?.(subject)) ?? '';
  if (write.isCreation || write.isRestoring) return { ...subject, partId };
  const { loaded } = await editUserForm(signedIn(ivan), subject.userId);
  return { ...subject, partId, loaded };
}

type Attempted = Pick<Ended, 'problem' | 'tookMs'>;

async function attempted(write: FaultyWrite, subject: Subject): Promise<Attempted> {
  const startedMs = performance.now();
  // As every action of a page does.
  const problem = await withTimeLimit(() => write.run(signedIn(ivan), subject)).then(
    () => undefined,
    (error: unknown) => toProblem(error),
  );
  return { problem, tookMs: performance.now() - startedMs };
}

async function lookedAt(write: FaultyWrite, subject: Subject, attempt: Attempted): Promise<Ended> {
  const { records } = await findRecords(
    write.isCreation ? { text: subject.email } : { userId: subject.userId },
    { limit: 1 },
  );
  const record = records[0]?.record;
  return {
    ...attempt,
    times: await write.timesDone(subject),
    outcome: record?.outcome,
    sentence: record?.reason?.sentence,
  };
}

interface Case {
  write: FaultyWrite;
  subject: Subject;
}

const casesOf = (writes: readonly FaultyWrite[]) =>
  Promise.all(writes.map(async (write): Promise<Case> => ({ write, subject: await subjectOf(write) })));

/** Some cases at once, so that silences overlap; no more, because they share a small machine with other tests. */
async function inTurns<T>(cases: readonly Case[], together: number, work: (one: Case) => Promise<T>) {
  const done: T[] = [];
  for (let at = 0; at < cases.length; at += together) {
    done.push(...(await Promise.all(cases.slice(at, at + together).map(work))));
  }
  return done;
}

async function triedAll(writes: readonly FaultyWrite[], { fault, silentMs }: Column) {
  const cases = await casesOf(writes);
  const respond = cases.map(({ write, subject }): JsonObject => {
    const { method, path, passes = 0 } = write.call(subject);
    return { times: 1, ...fault, passes, match: { method, path, exactly: true } };
  });
  await tenant.setFaults({ respond });
  const ended = new Map<string, Ended>();
  const calls = await tenant.callsOf(() =>
    inTurns(cases, silentMs ? 9 : 3, async ({ write, subject }) => {
      ended.set(write.name, await lookedAt(write, subject, await attempted(write, subject)));
    }),
  );
  await tenant.setFaults({});
  const decisive = cases.map(({ write, subject }) => {
    const { method, path } = write.call(subject);
    return `${method} ${path}`;
  });
  return { ended, calls, decisive };
}

function endOf(write: FaultyWrite, column: Column): End {
  if (write.isWithoutToken && column.fault.status === 401) return 'refused';
  if (write.isRestoring && column.endOfUnseen && column.end === 'refused') return 'unknown';
  return (write.isUnseen && column.endOfUnseen) || column.end;
}

const outcomes: Record<End, RecordOutcome> = { refused: 'failed', done: 'done', unknown: 'unknown' };
/** All cases of a column run at once on a small machine. */
const crowdMs = 1_000;

/** Every one of the changes under every fault, in a tenant of the test file's own. */
export function faultTable(writes: readonly FaultyWrite[]): void {
  beforeAll(async () => {
    tenant = await startTestTenant('own');
    await openState();
    await tenant.setHooks({ access: '(ctx, callback) => callback()', settings, write: passOn });
    ivan = await tenant.putUser({
      user_id: 'auth0|ivan',
      name: 'Ivan',
      app_metadata: { roles: ['Delegated Admin - Administrator'] },
    });
    // The sandbox and the state are ready before anything is timed.
    const { user_id: userId } = await tenant.putUser({ user_id: 'auth0|first', name: 'First' });
    await blockUser(signedIn(ivan), { userId });
  });
  afterAll(async () => {
    await tenant.stop();
    await closeHookPool();
  });

  describe.each(columns)('$name', (column) => {
    let ended: Map<string, Ended>;
    let calls: string[];
    let decisive: string[];

    beforeAll(async () => {
      ({ ended, calls, decisive } = await triedAll(writes, column));
    });

    test('has nothing sent twice', () => {
      const timesOf = new Map<string, number>();
      for (const call of calls.filter((one) => !one.startsWith('GET'))) {
        timesOf.set(call, (timesOf.get(call) ?? 0) + 1);
      }
      const isRenewed = column.fault.status === 401;
      const tooOften = [...timesOf].filter(
        ([call, times]) => times > (call.startsWith('PATCH') ? 3 : 1) + (isRenewed ? 1 : 0),
      );
      expect(tooOften).toEqual([]);
      expect(decisive.filter((call) => !timesOf.has(call))).toEqual([]);
    });

    test.each([...writes])('of $name', (write) => {
      const { problem, tookMs, times, outcome, sentence } = ended.get(write.name) ?? {};
      const end = endOf(write, column);
      expect(tookMs).toBeLessThan(2_000 + (column.silentMs ?? 0) + crowdMs);
      expect(times).toBe(end === 'done' || ('when' in column.fault && column.fault.when === 'after') ? 1 : 0);
      if (end === 'done') {
        expect(problem).toBeUndefined();
        expect(outcome).toBe('done');
        return;
      }
      expect(sentence).toBe(problem?.message);
      expect(problem?.message).toMatch(end === 'unknown' ? inDoubt : column.words);
      if (!write.savedBefore) {
        expect(outcome).toBe(outcomes[end]);
        return;
      }
      expect(problem).toMatchObject({ code: 'partly-saved', saved: write.savedBefore });
      const isInDoubt = end === 'unknown';
      expect(problem?.message.includes('In doubt: Username. Not saved: New password.')).toBe(isInDoubt);
      expect(problem?.notSaved).toEqual([...(isInDoubt ? [] : ['Username']), 'New password']);
      expect(outcome).toBe('partly');
    });
  });

  describe('connections that are refused', () => {
    const ended = new Map<string, Ended>();

    beforeAll(async () => {
      const cases = await casesOf(writes);
      const back = await tenant.away();
      const attempts = await inTurns(cases, 3, ({ write, subject }) => attempted(write, subject)).finally(
        back,
      );
      for (const [at, { write, subject }] of cases.entries()) {
        const attempt = attempts[at];
        if (attempt) ended.set(write.name, await lookedAt(write, subject, attempt));
      }
    });

    test.each([...writes])('leave as it is what $name is about', ({ name }) => {
      const { problem, tookMs, times, outcome } = ended.get(name) ?? {};
      expect(tookMs).toBeLessThan(2_000 + crowdMs);
      expect(times).toBe(0);
      expect(problem?.message).toMatch(
        /^The tenant does not answer at the moment\. Nothing was changed; try again in/,
      );
      expect(outcome).toBe('failed');
    });
  });
}
