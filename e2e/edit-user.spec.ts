import type { JsonObject } from '#lib/json.ts';
import { openEdit, save, saved, someone } from './edit-form.ts';
import { expect, test, unique } from './test.ts';
import { countActions, editAddress, goodPassword, readUser } from './user-form.ts';

test('what was changed reaches the tenant, and all else stays byte for byte', async ({
  as,
  makeUser,
  stack,
}) => {
  const { userId } = await makeUser(someone());
  const before = await readUser(stack, userId);
  const page = await as('kelly');
  await openEdit(page, userId);
  await expect(page.getByLabel('Job title')).toHaveValue('Accountant');
  await page.getByLabel('Job title').fill('Controller');
  await page.getByLabel('City').fill('München 🥨');
  await page.getByRole('button', save).click();
  await saved(page, 'Zoë Edited');

  const { updated_at: _, ...after } = await readUser(stack, userId);
  const { updated_at: __, ...expected } = structuredClone(before);
  Object.assign(expected.user_metadata as JsonObject, {
    title: 'Controller',
    address: { street: 'Old Street 1', city: 'München 🥨', floor: { number: 4 } },
  });
  expect(after).toEqual(expected);
});

test('only what was changed leaves the browser', async ({ as, makeUser }) => {
  const { userId } = await makeUser(someone());
  const page = await as('kelly');
  await openEdit(page, userId);
  await page.getByLabel('Job title').fill('Controller');
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/edit'),
  );
  await page.getByRole('button', save).click();
  const [input] = JSON.parse((await sent).postData() ?? '[]');
  expect(input.values).toEqual({ 'user_metadata.title': 'Controller' });
  await saved(page, 'Zoë Edited');
});

test('a field that was emptied is gone from the profile, and its neighbours stay', async ({
  as,
  makeUser,
  stack,
}) => {
  const { userId } = await makeUser(someone());
  const page = await as('kelly');
  await openEdit(page, userId);
  await page.getByLabel('Job title').fill('');
  await page.getByLabel('Street and number').fill('');
  await page.getByRole('row', { name: 'German' }).getByRole('button').click();
  await page.getByRole('row', { name: 'English' }).getByRole('button').click();
  await page.getByRole('button', save).click();
  await saved(page, 'Zoë Edited');
  const { user_metadata: metadata } = await readUser(stack, userId);
  expect(metadata).not.toHaveProperty('title');
  expect(metadata).toMatchObject({
    address: { city: 'Berlin', floor: { number: 4 } },
    private: { shoeSize: 43 },
  });
  expect(metadata).not.toHaveProperty('address.street');
  expect((metadata as JsonObject).languages ?? []).toEqual([]);
});

test('nothing changed: the form says so and calls nobody, until something has', async ({ as, makeUser }) => {
  const { userId } = await makeUser(someone());
  const page = await as('kelly');
  await openEdit(page, userId);
  const actions = countActions(page);
  await page.getByRole('button', save).click();
  await expect(page.getByText('Nothing has changed, so there is nothing to save.')).toBeVisible();
  await page.getByLabel('Job title').fill('Other');
  await page.getByLabel('Job title').fill('Accountant');
  await page.getByRole('button', save).click();
  await expect(page.getByText('Nothing has changed, so there is nothing to save.')).toBeVisible();
  await page.getByLabel('Job title').fill('Other');
  await page.getByRole('button', save).click();
  await saved(page, 'Zoë Edited');
  expect(actions.count()).toBe(1);
});

test('e-mail address, username and password are changed in one save, each taking effect', async ({
  as,
  makeUser,
  stack,
  browser,
}) => {
  const username = unique('u').replaceAll('-', '').slice(-10);
  const { userId } = await makeUser(
    someone({ connection: 'Contractors', username, password: 'Before-Harbour-1' }),
  );
  const email = `${unique('moved')}@example.com`;
  const page = await as('kelly');
  await openEdit(page, userId);
  const signIn = page.getByRole('region', { name: 'Sign-in' });
  await signIn.getByLabel('E-mail address').fill(email);
  await signIn.getByLabel('Username').fill(`${username}x`);
  await signIn.getByLabel('New password', { exact: false }).first().fill(goodPassword);
  await signIn.getByLabel('Repeat new password').fill(goodPassword);
  await page.getByRole('button', save).click();
  await saved(page, 'Zoë Edited');
  expect(await readUser(stack, userId)).toMatchObject({ email, username: `${username}x` });
  await page.close();

  const context = await browser.newContext({ baseURL: stack.appUrl });
  const own = await context.newPage();
  await own.goto('/users');
  await own.getByLabel('E-mail').fill(email);
  await own.getByLabel('Password', { exact: true }).fill(goodPassword);
  await own.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(own).toHaveURL(/\/users/);
  await expect(own.getByText('You have no role in this console')).toBeVisible();
  await context.close();
});

test('a new password that is not repeated is not saved', async ({ as, makeUser, stack }) => {
  const { userId } = await makeUser(someone());
  const before = await readUser(stack, userId);
  const page = await as('kelly');
  await openEdit(page, userId);
  await page.locator('#field-password').fill(goodPassword);
  await page.getByRole('button', save).click();
  await expect(page.getByText('Enter the password again.')).toBeVisible();
  expect(await readUser(stack, userId)).toEqual(before);
  await page.getByLabel('Repeat new password').fill(goodPassword);
  await page.getByRole('button', save).click();
  await saved(page, 'Zoë Edited');
  expect(await readUser(stack, userId)).not.toEqual(before);
});

test('Ivan moves a user to another department, where Kelly no longer sees them', async ({
  as,
  makeUser,
  stack,
}) => {
  const { userId } = await makeUser(someone());
  const ivan = await as('ivan');
  await openEdit(ivan, userId);
  await expect(ivan.getByLabel('Department')).toHaveValue('Finance');
  await ivan.getByLabel('Department').selectOption('HR');
  await ivan.getByRole('button', save).click();
  await saved(ivan, 'Zoë Edited');
  expect(await readUser(stack, userId)).toMatchObject({
    app_metadata: { department: 'HR', costCenter: 'FI-1000', nested: { untouched: [1, { deep: true }] } },
  });
  const kelly = await as('kelly');
  await kelly.goto(editAddress(userId));
  await expect(kelly.getByRole('heading', { name: 'Not found' })).toBeVisible();
  await expect(kelly.getByRole('button', save)).toHaveCount(0);
  await expect(kelly.getByText('Zoë Edited')).toHaveCount(0);
});

test('somebody of another company’s sign-in: what comes from there is closed, the rest is saved', async ({
  as,
  makeUser,
  stack,
}) => {
  const { userId } = await makeUser(someone({ connection: 'google-oauth2' }));
  const page = await as('kelly');
  await openEdit(page, userId);
  await expect(page.getByLabel('Display name')).toBeDisabled();
  await expect(page.getByText('This user signs in with google-oauth2').first()).toBeVisible();
  await expect(page.locator('#field-password')).toHaveCount(0);
  await page.getByLabel('Job title').fill('Controller');
  await page.getByRole('button', save).click();
  await saved(page, 'Zoë Edited');
  expect(await readUser(stack, userId)).toMatchObject({ user_metadata: { title: 'Controller' } });
});

for (const odd of ['a/b', 'a?b', 'a#b', 'a%41b', 'a|b|c', 'ä ö', 'a%2Fb', 'a&b=c;d']) {
  test(`a user whose id holds ${JSON.stringify(odd)} is edited under that very id`, async ({
    as,
    makeUser,
    stack,
  }) => {
    const { userId } = await makeUser(someone({ user_id: `auth0|${unique(odd)}` }));
    const page = await as('kelly');
    await openEdit(page, userId);
    await page.getByLabel('Job title').fill('Found');
    await page.getByRole('button', save).click();
    await saved(page, 'Zoë Edited');
    expect(await readUser(stack, userId)).toMatchObject({ user_metadata: { title: 'Found' } });
  });
}

test('an old e-mail address that no form would take any more does not stand in the way of other changes', async ({
  as,
  makeUser,
  stack,
}) => {
  const email = `${unique('old')}@intranet`;
  const { userId } = await makeUser(someone({ email }));
  const page = await as('kelly');
  await openEdit(page, userId);
  await page.getByLabel('Job title').fill('Controller');
  await page.getByRole('button', save).click();
  await saved(page, 'Zoë Edited');
  expect(await readUser(stack, userId)).toMatchObject({ email, user_metadata: { title: 'Controller' } });
});

test('Amir, who may only look, gets no form', async ({ as, makeUser }) => {
  const { userId } = await makeUser(someone({ app_metadata: { department: 'HR' } }));
  const page = await as('amir');
  await page.goto(editAddress(userId));
  await expect(page.getByText('Your role does not allow this.')).toBeVisible();
  await expect(page.getByRole('button', save)).toHaveCount(0);
});
