import { expect, test, unique } from './test.ts';
import { fillNewUser, goodPassword, openNewUser, usersWithEmail } from './user-form.ts';

test('Kelly’s one department is shown and goes without saying', async ({ as, stack }) => {
  const page = await as('kelly');
  const email = `${unique('preset')}@example.com`;
  await openNewUser(page);
  const membership = page.getByRole('region', { name: 'Membership' });
  await expect(membership.getByRole('definition')).toHaveText('Finance');
  await expect(membership.getByRole('combobox')).toHaveCount(0);
  await expect(page.getByText('Marketing')).toHaveCount(0);
  await fillNewUser(page, { email, name: 'Preset' });
  await page.getByLabel('E-mail address').press('Enter');
  await page.waitForURL('**/users');
  expect((await usersWithEmail(stack, email))[0]).toMatchObject({ app_metadata: { department: 'Finance' } });
});

test('Ivan picks one of the departments, by keyboard', async ({ as, stack }) => {
  const page = await as('ivan');
  const email = `${unique('picked')}@example.com`;
  await openNewUser(page);
  await fillNewUser(page, { email, name: 'Picked' });
  await page.getByLabel('Connection').selectOption('Username-Password-Authentication');
  await page.getByLabel('Department').focus();
  await page.keyboard.type('Mark');
  await expect(page.getByLabel('Department')).toHaveValue('Marketing');
  await page.getByLabel('E-mail address').press('Enter');
  await page.waitForURL('**/users');
  expect((await usersWithEmail(stack, email))[0]).toMatchObject({
    app_metadata: { department: 'Marketing' },
  });
});

test('several memberships are picked by keyboard, and a new name is typed where the hook takes new ones', async ({
  as,
  stack,
}) => {
  stack.writeHook(
    'memberships',
    `(ctx, callback) => callback(null, { memberships: ['Finance', 'Treasury', 'Audit'], createMemberships: true })`,
  );
  stack.writeHook('settings', `(ctx, callback) => callback(null, { dict: { memberships: 'Team' } })`);
  stack.writeHook(
    'write',
    `(ctx, callback) => callback(null, {
      email: ctx.payload.email, password: ctx.payload.password, connection: 'Username-Password-Authentication',
      app_metadata: { department: 'Finance', memberships: ctx.payload.memberships },
    })`,
  );
  const page = await as('kelly');
  const email = `${unique('several')}@example.com`;
  await openNewUser(page);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Connection').selectOption('Username-Password-Authentication');
  await page.getByLabel('Password', { exact: true }).fill(goodPassword);
  await page.getByLabel('Repeat password').fill(goodPassword);
  const picker = page.getByRole('combobox', { name: 'Team' });
  await picker.focus();
  await page.keyboard.type('Trea');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Night shift');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Team' }).getByRole('row')).toHaveText([
    'Treasury',
    'Night shift',
  ]);
  await page.getByRole('button', { name: 'Create user' }).click();
  await page.waitForURL('**/users');
  expect((await usersWithEmail(stack, email))[0]).toMatchObject({
    app_metadata: { memberships: ['Treasury', 'Night shift'] },
  });
});

test('the connection decides whether there is a username, and which policy the password has', async ({
  as,
  stack,
}) => {
  const page = await as('ivan');
  const email = `${unique('contractor')}@example.com`;
  const username = unique('c').replaceAll('-', '').slice(-12);
  await openNewUser(page);
  await expect(page.getByLabel('Username')).toHaveCount(0);
  await page.getByLabel('Connection').selectOption('Username-Password-Authentication');
  await expect(page.getByLabel('Username')).toHaveCount(0);
  await expect(page.getByText('No part of the name or e-mail address')).toBeVisible();
  await page.getByLabel('Connection').selectOption('Contractors');
  await expect(page.getByText('No part of the name or e-mail address')).toHaveCount(0);
  await fillNewUser(page, { email, name: 'Contractor' });
  await page.getByLabel('Department').selectOption('Finance');
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(page.getByText('Enter a username.')).toBeVisible();
  await page.getByLabel('Username').fill(username);
  await page.getByRole('button', { name: 'Create user' }).click();
  await page.waitForURL('**/users');
  expect((await usersWithEmail(stack, email))[0]).toMatchObject({
    username,
    identities: [{ connection: 'Contractors' }],
  });
});

test('a username typed for one connection is not sent to another that has none', async ({ as, stack }) => {
  const page = await as('ivan');
  const email = `${unique('switched')}@example.com`;
  await openNewUser(page);
  await fillNewUser(page, { email, name: 'Switched' });
  await page.getByLabel('Department').selectOption('Finance');
  await page.getByLabel('Connection').selectOption('Contractors');
  await page.getByLabel('Username').fill('switched');
  await page.getByLabel('Connection').selectOption('Username-Password-Authentication');
  await page.getByRole('button', { name: 'Create user' }).click();
  await page.waitForURL('**/users');
  expect((await usersWithEmail(stack, email))[0]).not.toHaveProperty('username');
});
