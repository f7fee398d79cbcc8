import type { JsonObject } from '#lib/json.ts';
import { expect, test, unique } from './test.ts';
import { openNewUser } from './user-form.ts';

test('Kelly invites somebody by keyboard, who sets a password of their own', async ({
  as,
  stack,
  browser,
}) => {
  const email = `${unique('invited')}@example.com`;
  const page = await as('kelly');
  await openNewUser(page);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('half a password');
  await page.getByRole('button', { name: 'Send an invitation instead' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Set a password instead' })).toBeFocused();
  await expect(page.getByLabel('Repeat password')).toHaveCount(0);
  await page.getByRole('button', { name: 'Create user' }).press('Enter');
  await expect(page.getByText(`was created, and the invitation was sent to ${email}`)).toBeVisible();
  await expect(page.getByRole('row', { name: email })).toBeVisible();

  const mails = (await stack.control('GET', '/outbox')) as JsonObject[];
  const [mail] = mails.filter(({ to, kind }) => to === email && kind === 'change-password');
  expect(await page.content()).not.toContain(String(mail?.link));
  const users = await browser.newPage();
  await users.goto(String(mail?.link));
  await expect(users.getByRole('heading', { name: /password/i })).toBeVisible();
  await users.close();
});

test('where the mail fails, Kelly reads that the user is there and what to do', async ({ as, stack }) => {
  const email = `${unique('uninvited')}@example.com`;
  const page = await as('kelly');
  await stack.control('PUT', '/faults', {
    respond: [{ match: { path: '/dbconnections/change_password' }, when: 'before', status: 429, times: 5 }],
  });
  await openNewUser(page);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send an invitation instead' }).click();
  await page.getByRole('button', { name: 'Create user' }).click();
  const message = page.getByRole('alert').filter({ hasText: 'was created, but no invitation was sent' });
  await expect(message).toContainText('send a password-reset mail from there');
  await message.getByRole('link', { name: `Open ${email}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: email })).toBeVisible();
  expect(await stack.usersByEmail(email)).toHaveLength(1);
});
