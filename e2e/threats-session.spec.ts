import type { Page } from '@playwright/test';
import type { JsonObject } from '#lib/json.ts';
import { type Answer, ask, captureCreate, captureEdit, replay, sessionOf, somebody } from './by-hand.ts';
import { expect, test, unique } from './test.ts';
import { readUser } from './user-form.ts';

async function signInAs(page: Page, email: string, password: string): Promise<string> {
  await page.goto('/users');
  await page.getByLabel('E-mail or username').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Users' }).waitFor();
  return sessionOf(page);
}

test('an old session is worth what its owner may do now, on pages, as data and in actions', async ({
  as,
  page,
  stack,
  makeUser,
}) => {
  const finance = await makeUser(somebody('Finance', 'Fiona of Finance'));
  await makeUser(somebody('HR', 'Hugo of HR'));
  const email = `${unique('manager')}@example.com`;
  const manager: JsonObject = {
    ...(await makeUser({ email, name: 'Mona Manager', password: stack.password, email_verified: true })),
    email,
  };
  const put = (state: JsonObject) =>
    stack.control('POST', '/users', {
      user_id: `${manager.userId}`,
      email,
      name: 'Mona Manager',
      ...state,
    });
  const roleOf = (role: string) => ({ roles: [`Delegated Admin - ${role}`] });
  const whole = { app_metadata: { department: 'Finance', ...roleOf('User') } };
  await put({ ...whole, password: stack.password });
  const cookie = await signInAs(page, email, stack.password);
  const first = `${unique('old')}@example.com`;
  const call = await captureCreate(await as('kelly'), first, stack.password);

  const seen = async () => {
    const list = `${stack.appUrl}/users?per=100`;
    const own = `${stack.appUrl}/users/${encodeURIComponent(finance.userId)}/edit`;
    const answers = await Promise.all(
      [list, own].flatMap((address) => [
        ask(address, { headers: { cookie } }),
        ask(address, { headers: { cookie, rsc: '1' } }),
      ]),
    );
    return answers.map(({ text }) => text).join('');
  };
  const creates = async () => {
    const made = `${unique('old')}@example.com`;
    const body = call.body.replaceAll(first, made);
    const { text } = await replay(stack.appUrl, call, { cookie, origin: stack.appUrl, body });
    expect(text.includes('"ok":true')).toBe((await stack.usersByEmail(made)).length === 1);
    return text;
  };

  expect(await seen()).toContain('Fiona of Finance');
  expect(await creates()).toContain('"ok":true');
  const losses: [JsonObject, string][] = [
    [{ app_metadata: { department: 'Finance' } }, 'You have no role in this console'],
    [{ ...whole, blocked: true }, 'You are blocked in this tenant'],
    [{ app_metadata: roleOf('User') }, 'You are not part of any department yet'],
  ];
  for (const [state, sentence] of losses) {
    await put(state);
    expect(await seen()).toContain(sentence);
    expect(await seen()).not.toMatch(/Fiona of Finance|Hugo of HR/);
    expect(await creates()).toContain(sentence);
  }
  await put({ app_metadata: { department: 'Finance', ...roleOf('Auditor') } });
  expect(await seen()).toContain('Fiona of Finance');
  expect(await creates()).toContain('Your role does not allow this.');
  await put({ app_metadata: { department: 'HR', ...roleOf('User') } });
  expect(await seen()).toContain('Hugo of HR');
  expect(await seen()).not.toContain('Fiona of Finance');
  expect(await creates()).not.toContain('"ok":true');
  await stack.control('DELETE', `/users/${encodeURIComponent(`${manager.userId}`)}`);
  expect(await seen()).toContain('you are not a user of this tenant');
  expect(await creates()).toContain('you are not a user of this tenant');
  await put(whole);
  expect(await seen()).toContain('Fiona of Finance');
  expect(await creates()).toContain('"ok":true');
});

/**
 * An answer without what differs between any two of them. Of data and of an action’s answer the words, because
 * parts come in any order; what a document says stands in its data.
 */
function comparable({ status, headers, text }: Answer, userId: string) {
  const nonce = /nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '-';
  const plain = (value: string) =>
    value
      .replaceAll(nonce, 'NONCE')
      .replaceAll(headers.get('x-request-id') ?? '-', 'REQUEST')
      .replaceAll(userId, 'ID')
      .replaceAll(encodeURIComponent(userId), 'ID')
      .replace(/"[\w-]{21}[vm]"/g, 'KEY')
      .replace(/__session=[^;]*/g, 'SESSION')
      .replace(/\b\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, 'DATE');
  const isDocument = headers.get('content-type')?.startsWith('text/html');
  const words = new Set(isDocument ? [] : plain(text).match(/\p{L}{3,}/gu));
  return {
    status,
    headers: [...headers].map(([name, value]) => `${name}: ${plain(value)}`),
    words: [...words].toSorted(),
  };
}

test('what is not there and what is not yours are one answer: status, headers, page, data and action', async ({
  as,
  stack,
  makeUser,
}) => {
  const own = await makeUser(somebody('Finance', 'Olive Own'));
  const foreign = await makeUser(somebody('HR', 'Foreign Person'));
  const nobody = 'auth0|ffffffffffffffffffffffff';
  expect(foreign.userId).toHaveLength(nobody.length);
  const kelly = await as('kelly');
  const call = await captureEdit(kelly, own.userId, 'Controller');
  const cookie = await sessionOf(kelly);
  const ways: Record<string, string>[] = [{ cookie }, { cookie, rsc: '1' }];
  for (const headers of ways) {
    for (const part of ['', '/edit', '?tab=raw']) {
      const about = (id: string) =>
        ask(`${stack.appUrl}/users/${encodeURIComponent(id)}${part}`, { headers });
      const answers = [await about(foreign.userId), await about(nobody)];
      for (const { text } of answers) expect(text).not.toContain('Foreign Person');
      const [one, other] = [
        comparable(answers[0] as Answer, foreign.userId),
        comparable(answers[1] as Answer, nobody),
      ];
      expect(one).toEqual(other);
      expect((await about(own.userId)).text).toContain('Olive Own');
    }
  }
  const edit = (id: string) =>
    replay(stack.appUrl, call, {
      cookie,
      origin: stack.appUrl,
      body: call.body.replaceAll(own.userId, id).replace('"Controller"', '"Head"'),
    });
  const before = await readUser(stack, foreign.userId);
  expect(comparable(await edit(foreign.userId), foreign.userId)).toEqual(
    comparable(await edit(nobody), nobody),
  );
  expect(await readUser(stack, foreign.userId)).toEqual(before);
});
