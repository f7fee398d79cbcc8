import type { Page } from '@playwright/test';
import { expect, test, unique } from './test.ts';

const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

test('Kelly takes a change back from the message that it was made, and sees before what will stand', async ({
  as,
  stack,
  makeUser,
}) => {
  const email = `${unique('undo')}@example.com`;
  const app_metadata = { department: 'Finance' };
  const { userId } = await makeUser({
    email,
    name: 'Una Undo',
    user_metadata: { title: 'Clerk' },
    app_metadata,
  });
  const kelly = await as('kelly');
  await kelly.goto(`/users/${encodeURIComponent(userId)}/edit`);
  await kelly.getByLabel('Job title').fill('Head of Accounts');
  await kelly.getByRole('button', { name: 'Save changes' }).click();
  await messages(kelly).getByRole('link', { name: 'Undo' }).click();
  const dialog = kelly.getByRole('dialog', { name: 'Undo this for Una Undo?' });
  const row = dialog.getByRole('row', { name: /Job title/ });
  await expect(row.getByRole('cell')).toHaveText(['Head of Accounts', 'Clerk']);
  expect((await stack.usersByEmail(email))[0]?.user_metadata).toEqual({ title: 'Head of Accounts' });
  await dialog.getByRole('button', { name: 'Undo change' }).click();
  await expect(messages(kelly)).toContainText('The change of Una Undo was undone');
  expect((await stack.usersByEmail(email))[0]?.user_metadata).toEqual({ title: 'Clerk' });
  await kelly.reload();
  await expect(kelly.getByRole('dialog')).toContainText('This was undone already.');
});

test('Kelly restores a user whom she has just deleted, and the user gets a mail to set a password', async ({
  as,
  stack,
  makeUser,
}) => {
  const email = `${unique('restore')}@example.com`;
  const { userId } = await makeUser({ email, name: 'Reto Restore', app_metadata: { department: 'Finance' } });
  const kelly = await as('kelly');
  await kelly.goto(`/users/${encodeURIComponent(userId)}`);
  await kelly.getByRole('button', { name: 'Actions', exact: true }).click();
  await kelly.getByRole('menuitem', { name: 'Delete user', exact: true }).click();
  const question = kelly.getByRole('alertdialog', { name: 'Delete Reto Restore?' });
  await expect(question).toContainText('It can be restored for 30 days; the password cannot.');
  await question.getByRole('button', { name: 'Delete user' }).click();
  await kelly.waitForURL('**/users');
  expect(await stack.usersByEmail(email)).toEqual([]);
  await messages(kelly).getByRole('link', { name: 'Undo' }).click();
  const dialog = kelly.getByRole('dialog', { name: 'Restore Reto Restore?' });
  await expect(dialog).toContainText(`${email} receives a link to set a new one.`);
  await dialog.getByRole('button', { name: 'Restore user' }).click();
  await expect(kelly.getByRole('heading', { level: 1, name: 'Reto Restore' })).toBeVisible();
  expect((await stack.usersByEmail(email))[0]?.user_id).toBe(userId);
  const mails = (await stack.control('GET', '/outbox')) as { to: string; kind: string }[];
  expect(mails.filter(({ to }) => to === email).map(({ kind }) => kind)).toEqual(['change-password']);
});
