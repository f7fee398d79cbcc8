import type { Page, Request } from '@playwright/test';
import { type Answer, ask, replay, sessionOf } from './by-hand.ts';
import { expect, test, unique } from './test.ts';
import { choose, mailsTo } from './user-menu.ts';

/** Does all that the menu offers with one user, and keeps the calls that did it. */
async function captureAll(page: Page): Promise<Map<string, Request>> {
  const calls = new Map<string, Request>();
  const actions: [string, string][] = [
    ['Send verification mail', 'Send mail'],
    ['Send password-reset mail', 'Send mail'],
    ['Block', 'Block user'],
    ['Unblock', 'Unblock user'],
    ['Lift sign-in blocks', 'Lift blocks'],
    ['Delete user', 'Delete user'],
  ];
  for (const [entry, verb] of actions) {
    await choose(page, entry);
    if (entry === 'Send password-reset mail') await expect(page.getByLabel('Application')).toBeVisible();
    const sent = page.waitForRequest((request) => request.headers()['next-action'] !== undefined);
    await page.getByRole('alertdialog').getByRole('button', { name: verb }).click();
    calls.set(entry, await sent);
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    if (entry === 'Block') await expect(page.getByText('Blocked', { exact: true })).toBeVisible();
  }
  return calls;
}

test('Kelly reads in the menu why she may not, and in the dialog why it failed', async ({
  as,
  stack,
  makeUser,
}) => {
  const { userId, name } = await makeUser({
    email: `${unique('why')}@example.com`,
    name: 'Wendy Why',
    app_metadata: { department: 'Finance' },
  });
  const kelly = await as('kelly');
  await kelly.goto(`/users/${encodeURIComponent(userId)}`);
  await choose(kelly, 'Delete user');
  stack.writeHook(
    'access',
    `function (ctx, callback) {
      if (ctx.payload.action === 'delete:user') return callback(new Error('Leavers are deleted by IT.'));
      callback();
    }`,
  );
  const dialog = kelly.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Delete user' }).click();
  await expect(dialog).toContainText('Leavers are deleted by IT.');
  await expect(dialog).toContainText(`Delete ${name}?`);
  await kelly.keyboard.press('Escape');

  await kelly.reload();
  await kelly.getByRole('button', { name: 'Actions', exact: true }).click();
  const refused = kelly.getByRole('menuitem', { name: 'Delete user' });
  await expect(refused).toContainText('Leavers are deleted by IT.');
  await expect(refused).toHaveAttribute('aria-disabled', 'true');
  await refused.click({ force: true });
  await expect(dialog).toHaveCount(0);
  const block = kelly.getByRole('menuitem', { name: 'Block', exact: true });
  await expect(block).not.toHaveAttribute('aria-disabled', 'true');
});

test('Amir is offered nothing, and neither he nor anybody for another department does it by hand', async ({
  as,
  stack,
  makeUser,
}) => {
  const person = (department: string) => ({
    email: `${unique('hand')}@example.com`,
    name: 'Hanna Hand',
    app_metadata: { department },
  });
  const first = await makeUser(person('Finance'));
  const own = await makeUser(person('Finance'));
  const ofHr = await makeUser(person('HR'));
  const kelly = await as('kelly');
  await kelly.goto(`/users/${encodeURIComponent(first.userId)}`);
  const calls = await captureAll(kelly);
  await kelly.waitForURL('**/users');

  const amir = await as('amir');
  await amir.goto(`/users/${encodeURIComponent(ofHr.userId)}`);
  await expect(amir.getByRole('heading', { name: 'Hanna Hand' })).toBeVisible();
  await expect(amir.getByRole('button', { name: 'Actions', exact: true })).toHaveCount(0);

  const payloadOf = async (page: Page, userId: string) => {
    const headers = { cookie: await sessionOf(page), rsc: '1' };
    return (await ask(`${stack.appUrl}/users/${encodeURIComponent(userId)}`, { headers })).text;
  };
  const seenByAmir = await payloadOf(amir, ofHr.userId);
  expect(seenByAmir).toContain('Hanna Hand');
  expect(seenByAmir).not.toContain('"id":"delete"');
  expect(await payloadOf(kelly, ofHr.userId)).not.toContain('Hanna Hand');
  expect(await payloadOf(kelly, own.userId)).toContain('"id":"delete"');

  const userOf = async ({ email }: { email: string }) => (await stack.usersByEmail(email))[0];
  for (const [entry, request] of calls) {
    const headers = await request.allHeaders();
    const send = (cookie: string, userId: string): Promise<Answer> =>
      replay(
        stack.appUrl,
        {
          path: new URL(request.url()).pathname,
          body: (request.postData() ?? '').replaceAll(first.userId, userId),
          headers: {
            'next-action': `${headers['next-action']}`,
            'content-type': `${headers['content-type']}`,
            accept: 'text/x-component',
          },
        },
        { cookie, origin: stack.appUrl },
      );
    const before = await userOf(ofHr);
    const refusals: [string, Promise<Answer>][] = [
      ['Your role does not allow this.', send(await sessionOf(amir), ofHr.userId)],
      ['no longer one of yours', send(await sessionOf(kelly), ofHr.userId)],
      ['signed out', send('', own.userId)],
    ];
    for (const [sentence, answer] of refusals) expect((await answer).text, entry).toContain(sentence);
    expect(await userOf(ofHr), entry).toEqual(before);
    expect(await mailsTo(stack, ofHr.email), entry).toEqual([]);
    expect((await send(await sessionOf(kelly), own.userId)).text, entry).toContain('"ok":true');
  }
  expect(await userOf(own)).toBeUndefined();
  expect(await mailsTo(stack, own.email)).toHaveLength(2);
});
