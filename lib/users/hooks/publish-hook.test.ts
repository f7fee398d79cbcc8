import { expect, test } from 'vitest';
import { answering, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { getRecord } from '../records/get-record.ts';
import { listRecords } from '../records/list-records.ts';
import { allRecords } from '../records/record-filter.ts';
import { getHook } from './get-hook.ts';
import { listHookVersions } from './list-hook-versions.ts';
import { publishHook } from './publish-hook.ts';

const world = worldWithOwnHooks();
const ivan = () => signedIn(world.people.ivan);
const textNow = async () => (await getHook(ivan(), 'write')).text;
const versions = () => listHookVersions(ivan(), 'write');

/** Sets the hook to texts that no other test has, one after the other; answers with their numbers. */
async function had(...texts: string[]): Promise<number[]> {
  const numbers: number[] = [];
  for (const write of texts) {
    await world.tenant.setHooks({ write });
    numbers.push((await versions()).current?.number ?? 0);
  }
  return numbers;
}

test('Ivan sees every text that a hook had, and lets a former one count again', async () => {
  const [first = 0, second = 0] = await had(answering({ a: 1 }), answering({ a: 2 }));
  const seen = await versions();
  expect(seen.current).toMatchObject({ number: second, origin: 'file' });
  expect(seen.versions.slice(0, 2)).toMatchObject([
    { number: second, text: answering({ a: 2 }) },
    { number: first, text: answering({ a: 1 }) },
  ]);
  expect(await publishHook(ivan(), { hook: 'write', number: first, instead: second })).toEqual({
    number: first,
  });
  expect(await textNow()).toBe(answering({ a: 1 }));
  expect((await versions()).current).toMatchObject({
    number: first,
    origin: 'published',
    cameFrom: world.people.ivan.name,
  });
});

test('publishing leaves a record with both texts, done or refused', async () => {
  const [first = 0, second = 0] = await had(answering({ b: 1 }), answering({ b: 2 }));
  await publishHook(ivan(), { hook: 'write', number: first, instead: second });
  await problemOf(publishHook(ivan(), { hook: 'write', number: second, instead: second }));
  const filter = { ...allRecords, from: '', action: 'publish:hook' as const };
  const { rows } = await listRecords(ivan(), filter);
  const records = await Promise.all(rows.slice(0, 2).map(({ recordId }) => getRecord(ivan(), recordId)));
  expect(records.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'refused']);
  const done = JSON.stringify(records.find(({ outcome }) => outcome === 'done'));
  expect(done).toContain(JSON.stringify(answering({ b: 1 })).slice(1, -1));
  expect(done).toContain(JSON.stringify(answering({ b: 2 })).slice(1, -1));
});

test.each([
  ['Kelly, who manages users', 'kelly', 'not-allowed'],
  ['Olga, an Operator', 'olga', 'not-allowed'],
  ['Amir, an Auditor', 'amir', 'not-allowed'],
  ['Pia, who has no role', 'pia', 'no-role'],
] as const)('%s, sees no versions and publishes none', async (_, name, code) => {
  const [first = 0, second = 0] = await had(answering({ c: 1 }), answering({ c: 2 }));
  const manager = signedIn(world.people[name]);
  expect((await problemOf(listHookVersions(manager, 'write'))).code).toBe(code);
  const input = { hook: 'write', number: first, instead: second } as const;
  expect((await problemOf(publishHook(manager, input))).code).toBe(code);
  expect(await textNow()).toBe(answering({ c: 2 }));
});

test('one that came into force meanwhile stays, and whoever did not see it is told', async () => {
  const [first = 0, second = 0, third] = await had(...[1, 2, 3].map((d) => answering({ d })));
  const problem = await problemOf(publishHook(ivan(), { hook: 'write', number: first, instead: second }));
  expect(problem.code).toBe('changed-meanwhile');
  expect((await versions()).current?.number).toBe(third);
});

test('a text that cannot be used is not published', async () => {
  const [broken = 0, good = 0] = await had('function (ctx', answering({ e: 1 }));
  const problem = await problemOf(publishHook(ivan(), { hook: 'write', number: broken, instead: good }));
  expect(problem.code).toBe('invalid-input');
  expect(problem.message).toMatch(/^This version cannot be used: .*Nothing was changed\.$/);
  expect(await textNow()).toBe(answering({ e: 1 }));
});

test('a version that nobody had, and a hook that there is not, cannot be found', async () => {
  const [number = 0] = await had(answering({ f: 1 }));
  const nowhere = publishHook(ivan(), { hook: 'write', number: 9_999, instead: number });
  expect((await problemOf(nowhere)).code).toBe('not-found');
  expect((await problemOf(listHookVersions(ivan(), '../write'))).code).toBe('not-found');
  expect((await versions()).current?.number).toBe(number);
});
