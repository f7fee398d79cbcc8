import type { JsonObject } from '#lib/json.ts';
import { captureCreate, captureEdit, replay, sessionOf, somebody } from './by-hand.ts';
import { expect, test, unique } from './test.ts';
import { readUser } from './user-form.ts';

test('whom an action changes is said in one place: its own input, never the page it is sent from', async ({
  as,
  stack,
  makeUser,
}) => {
  const own = await makeUser(somebody('Finance', 'Olive Own'));
  const second = await makeUser(somebody('Finance', 'Sven Second'));
  const foreign = await makeUser(somebody('HR', 'Foreign Person'));
  const kelly = await as('kelly');
  const call = await captureEdit(kelly, own.userId, 'Controller');
  const loadedBefore = JSON.parse(call.body)[0].loaded as JsonObject;
  const about = { origin: stack.appUrl, cookie: await sessionOf(kelly) };
  const send = (userId: string, loaded: JsonObject, values: JsonObject, more: JsonObject = {}) =>
    replay(stack.appUrl, call, { ...about, body: JSON.stringify([{ userId, loaded, values, ...more }]) });
  const state = () => Promise.all([own, second, foreign].map(({ userId }) => readUser(stack, userId)));
  const before = await state();
  const title = { 'user_metadata.title': 'Taken over' };

  for (const userId of [
    foreign.userId,
    '',
    '..',
    '.',
    '%2e%2e',
    'auth0|..',
    'auth0|../../clients',
    `${own.userId}/../${foreign.userId}`,
    `${own.userId}\u0000`,
    `${own.userId}\ud800`,
    encodeURIComponent(own.userId),
    'auth0|a/b?c#d%e:f',
    `auth0|${'a'.repeat(100_000)}`,
  ]) {
    const { text } = await send(userId, loadedBefore, title);
    expect(text, userId.slice(0, 80)).toMatch(/"code":"(not-found|invalid-input)"/);
    expect(text).not.toMatch(/Foreign Person| at \/|node_modules/);
  }
  for (const more of [{ user_id: second.userId }, { id: second.userId }]) {
    expect((await send(own.userId, loadedBefore, title, more)).text).toContain('"code":"invalid-input"');
    expect((await send(own.userId, loadedBefore, { ...title, ...more })).text).toContain('is not a field');
  }
  expect(await state()).toEqual(before);

  const ofSecond = {
    ...loadedBefore,
    email: second.email,
    name: 'Sven Second',
    'user_metadata.title': 'Accountant',
  };
  expect((await send(second.userId, ofSecond, title)).text).toContain('"ok":true');
  const [ownAfter, secondAfter] = await state();
  expect(ownAfter).toEqual(before[0]);
  expect(secondAfter).toMatchObject({ user_metadata: { title: 'Taken over', untouched: { deep: [1] } } });
});

test('an input of any form is refused with a sentence, and nobody is created', async ({ as, stack }) => {
  const kelly = await as('kelly');
  const first = `${unique('form')}@example.com`;
  const call = await captureCreate(kelly, first, stack.password);
  const about = { origin: stack.appUrl, cookie: await sessionOf(kelly) };
  const [input] = JSON.parse(call.body) as [{ values: JsonObject }];
  const email = `${unique('form')}@example.com`;
  const values = { ...input.values, email };
  const json = JSON.stringify(values);
  const bodies: [string, string][] = [
    ['no input', '[]'],
    ['nothing', '[null]'],
    ['a list', `[[${json}]]`],
    ['a text', `[${JSON.stringify(json)}]`],
    ['values that are a list', `[{"values":[${json}]}]`],
    ['values behind __proto__', `[{"__proto__":{"values":${json}}}]`],
    ['a key constructor', `[{"values":{"constructor":{"prototype":{"x":1}},${json.slice(1)}}]`],
    ['a key more', `[{"values":${json},"userId":"auth0|x"}]`],
    ['a list for a text', `[{"values":${JSON.stringify({ ...values, email: [email] })}}]`],
    ['an object for a list', `[{"values":${JSON.stringify({ ...values, memberships: { 0: 'Finance' } })}}]`],
    ['another connection', `[{"values":${JSON.stringify({ ...values, connection: 'Contractors' })}}]`],
    ['another department', `[{"values":${JSON.stringify({ ...values, memberships: ['HR'] })}}]`],
    ['two departments', `[{"values":${JSON.stringify({ ...values, memberships: ['Finance', 'HR'] })}}]`],
    [
      '600 keys',
      `[{"values":${JSON.stringify(Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`k${at}`, email])))}}]`,
    ],
    ['values that refer to themselves', '[{"values":"$0"}]'],
    ['a reference to nowhere', '["$0:constructor:constructor"]'],
    ['a server reference', '[{"values":"$F1"}]'],
    ['lists in lists', `[{"values":{"email":${'['.repeat(100_000)}${']'.repeat(100_000)}}}]`],
    ['half a text', call.body.slice(0, -9).replaceAll(first, email)],
    ['5 MB', `[{"values":${JSON.stringify({ ...values, name: 'x'.repeat(5_000_000) })}}]`],
    ['5 MB of keys', `[{"values":{"${'k'.repeat(5_000_000)}":1}}]`],
  ];
  for (const [what, body] of bodies) {
    const { status, text } = await replay(stack.appUrl, call, { ...about, body });
    if (status === 200)
      expect(text, what).toMatch(/"ok":false,"problem":\{"code":"invalid-input","message":"[^"]+\./);
    else expect(text, what).toMatch(/^[^{]*\{[^{}]*\}\s*1:E\{"digest":"\d+"\}\s*$/);
    expect(text.length, what).toBeLessThan(2_000);
  }
  expect(await stack.usersByEmail(email)).toEqual([]);
  expect(stack.consoleOutput()).not.toContain(email);
  const { text } = await replay(stack.appUrl, call, { ...about, body: call.body.replaceAll(first, email) });
  expect(text).toContain('"ok":true');
  expect(await stack.usersByEmail(email)).toHaveLength(1);
});
