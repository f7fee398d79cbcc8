import { expect, test, unique } from './test.ts';
import {
  countActions,
  fillNewUser,
  goodPassword,
  openNewUser,
  readUser,
  usersWithEmail,
} from './user-form.ts';

test('Kelly creates a user and lands on the list with a message that links to the user', async ({
  as,
  stack,
}) => {
  const page = await as('kelly');
  const email = `${unique('renee')}@example.com`;
  await openNewUser(page);
  await fillNewUser(page, { email, name: 'Renée Müller' });
  await page.getByRole('button', { name: 'Create user' }).click();

  await page.waitForURL('**/users');
  const message = page.getByRole('status').filter({ hasText: 'Renée Müller was created' });
  await expect(message).toBeVisible();
  await message.getByRole('link', { name: 'Open Renée Müller' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Renée Müller' })).toBeVisible();

  const [created] = await usersWithEmail(stack, email);
  expect(created).toMatchObject({ email, name: 'Renée Müller', app_metadata: { department: 'Finance' } });
  expect(created?.app_metadata).not.toHaveProperty('memberships');
});

test('the password’s policy ticks off as one types', async ({ as }) => {
  const page = await as('kelly');
  await openNewUser(page);
  const password = page.getByLabel('Password', { exact: true });
  const rule = (text: string) => page.getByRole('listitem').filter({ hasText: text });

  await expect(rule('At least 8 characters')).toContainText('not met yet');
  await password.fill('abc');
  await expect(rule('At least 8 characters')).toContainText('not met yet');
  await password.fill('abcdefgh');
  await expect(rule('At least 8 characters')).toContainText(': met');
  await expect(rule('At least 3 of')).toContainText('not met yet');
  await password.fill('abcdefgH1');
  await expect(rule('At least 3 of')).toContainText(': met');

  await page.getByLabel('E-mail address').fill('josephine@example.com');
  await password.fill('Josephine-1');
  await expect(rule('No part of the name or e-mail address')).toContainText('not met yet');
  await password.fill(goodPassword);
  await expect(rule('No part of the name or e-mail address')).toContainText(': met');
});

test('a generated password meets the policy, is shown, and stands in both fields', async ({ as }) => {
  const page = await as('kelly');
  await openNewUser(page);
  await page.getByRole('button', { name: 'Generate' }).click();
  const password = page.getByLabel('Password', { exact: true });
  await expect(password).toHaveAttribute('type', 'text');
  const generated = await password.inputValue();
  expect(generated.length).toBeGreaterThanOrEqual(16);
  await expect(page.getByLabel('Repeat password')).toHaveValue(generated);
  await expect(page.getByText('not met yet')).toHaveCount(0);
});

test('passwords that differ are not sent; once they are the same, they are', async ({ as, stack }) => {
  const page = await as('kelly');
  const actions = countActions(page);
  const email = `${unique('repeat')}@example.com`;
  await openNewUser(page);
  await fillNewUser(page, { email, name: 'Repeat' });
  const repeated = page.getByLabel('Repeat password');
  await repeated.fill('Quiet-Harbour-74');
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(page.getByText('The two passwords are not the same.')).toBeVisible();
  await expect(repeated).toBeFocused();
  expect(actions.count()).toBe(0);
  expect(await usersWithEmail(stack, email)).toEqual([]);

  await repeated.fill(goodPassword);
  await expect(page.getByText('The two passwords are not the same.')).toBeHidden();
  await page.getByRole('button', { name: 'Create user' }).click();
  await page.waitForURL('**/users');
  expect(actions.count()).toBe(1);
  expect(await usersWithEmail(stack, email)).toHaveLength(1);
});

test('a refusal is the hook’s own sentence, and everything typed is still there, passwords too', async ({
  as,
  stack,
}) => {
  stack.writeHook(
    'write',
    `function (ctx, callback) {
      if (ctx.payload.name === 'Refused') return callback(new Error('Nobody is called Refused here, says Grüße & <b>us</b>.'));
      var body = Object.assign({}, ctx.payload, { app_metadata: { department: ctx.payload.memberships[0] } });
      delete body.memberships;
      callback(null, body);
    }`,
  );
  const page = await as('kelly');
  const email = `${unique('refused')}@example.com`;
  await openNewUser(page);
  await fillNewUser(page, { email, name: 'Refused' });
  await page.getByLabel('Job title').fill('Analyst');
  await page.getByRole('button', { name: 'Create user' }).click();

  const refusal = page.getByRole('region', {
    name: 'Nobody is called Refused here, says Grüße & <b>us</b>.',
  });
  await expect(refusal).toBeFocused();
  await expect(refusal).toContainText('Refused by your organisation’s rules (write).');
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await expect(page.getByLabel('Display name')).toHaveValue('Refused');
  await expect(page.getByLabel('Job title')).toHaveValue('Analyst');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(goodPassword);
  await expect(page.getByLabel('Repeat password')).toHaveValue(goodPassword);
  expect(await usersWithEmail(stack, email)).toEqual([]);

  await page.getByLabel('Display name').fill('Welcome');
  await page.getByRole('button', { name: 'Create user' }).click();
  await page.waitForURL('**/users');
  expect(await usersWithEmail(stack, email)).toHaveLength(1);
});

test('an e-mail address that is taken is told at its field, which has the focus', async ({
  as,
  makeUser,
}) => {
  const taken = await makeUser({
    email: `${unique('taken')}@example.com`,
    app_metadata: { department: 'Finance' },
  });
  const page = await as('kelly');
  await openNewUser(page);
  await fillNewUser(page, { email: taken.email, name: 'Twin' });
  await page.getByRole('button', { name: 'Create user' }).click();
  const email = page.getByLabel('E-mail address');
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription('Another user already has this e-mail address.');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(goodPassword);
});

test('what is missing is summarised at the top, and each line leads to its field', async ({ as }) => {
  const page = await as('ivan');
  const actions = countActions(page);
  await openNewUser(page);
  await page.getByRole('button', { name: 'Create user' }).click();
  const summary = page.getByRole('region', { name: 'These need another look' });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([
    'E-mail address: Enter an e-mail address.',
    'Department: Choose a department.',
    'Connection: Choose a connection.',
    'Password: Enter a password.',
  ]);
  await summary.getByRole('link', { name: 'Department' }).click();
  await expect(page.getByLabel('Department')).toBeFocused();
  await page.getByLabel('Department').selectOption('HR');
  await expect(summary.getByRole('link')).toHaveCount(3);
  expect(actions.count()).toBe(0);
});

test('two presses of Save create one user, and the button says that it is at work', async ({ as, stack }) => {
  const page = await as('kelly');
  const actions = countActions(page);
  const email = `${unique('twice')}@example.com`;
  await openNewUser(page);
  await fillNewUser(page, { email, name: 'Twice' });
  await stack.control('PATCH', '/faults', { latencyMs: 300 });
  const button = page.getByRole('button', { name: 'Create user' });
  const before = await button.boundingBox();
  await button.dblclick();
  await expect(button).toHaveAttribute('aria-busy', 'true');
  expect((await button.boundingBox())?.width).toBe(before?.width);
  await page.waitForURL('**/users');
  expect(actions.count()).toBe(1);
  expect(await usersWithEmail(stack, email)).toHaveLength(1);
});

test('the new user’s page holds what was read back from the tenant', async ({ as, stack }) => {
  const page = await as('kelly');
  const email = `${unique('street')}@example.com`;
  await openNewUser(page);
  await fillNewUser(page, { email, name: 'Street' });
  await page.getByLabel('Street and number').fill('Main Street 1');
  await page.getByLabel('City').fill('Berlin');
  await page.getByRole('button', { name: 'Create user' }).click();
  await page.waitForURL('**/users');
  const [created] = await usersWithEmail(stack, email);
  expect(await readUser(stack, String(created?.user_id))).toMatchObject({
    user_metadata: { address: { street: 'Main Street 1', city: 'Berlin' } },
  });
});
