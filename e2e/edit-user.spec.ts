import type { Page } from '@playwright/test';
import type { JsonObject } from '#lib/json.ts';
import { expect, test, unique } from './test.ts';
import { countActions, editAddress, goodPassword, readUser } from './user-form.ts';

const save = { name: 'Save changes' } as const;

/** Somebody in Finance with more in the profile than any form shows. */
function someone(more: JsonObject = {}): JsonObject {
  return {
    email: `${unique('edited')}@example.com`,
    email_verified: true,
    name: 'Zoë Edited',
    given_name: 'Zoë',
    app_metadata: {
      department: 'Finance',
      costCenter: 'FI-1000',
      nested: { untouched: [1, { deep: true }] },
    },
    user_metadata: {
      title: 'Accountant',
      address: { street: 'Old Street 1', city: 'Berlin', floor: { number: 4 } },
      languages: ['German', 'English'],
      private: { shoeSize: 43 },
    },
    ...more,
  };
}

async function openEdit(page: Page, userId: string): Promise<void> {
  await page.goto(editAddress(userId));
  await page.getByRole('button', save).waitFor();
}

async function saved(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: `${name} was saved` })).toBeVisible();
  await expect(page).not.toHaveURL(/\/edit$/);
}

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

test('nothing changed: the form says so and calls nobody', async ({ as, makeUser }) => {
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
  expect(actions.count()).toBe(0);
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

test('a refusal of the write hook stands beside the form, and nothing is saved', async ({
  as,
  makeUser,
  stack,
}) => {
  const { userId } = await makeUser(someone());
  const before = await readUser(stack, userId);
  stack.writeHook(
    'write',
    `function (ctx, callback) {
      if (ctx.method === 'update' && ctx.payload.user_metadata.title === 'Boss')
        return callback(new Error('Nobody but ' + ctx.request.originalUser.name + ' is surprised.'));
      var body = Object.assign({}, ctx.payload); delete body.memberships; callback(null, body);
    }`,
  );
  const page = await as('kelly');
  await openEdit(page, userId);
  await page.getByLabel('Job title').fill('Boss');
  await page.locator('#field-password').fill(goodPassword);
  await page.getByLabel('Repeat new password').fill(goodPassword);
  await page.getByRole('button', save).click();
  await expect(page.getByRole('region', { name: 'Nobody but Zoë Edited is surprised.' })).toBeFocused();
  await expect(page.getByLabel('Job title')).toHaveValue('Boss');
  await expect(page.locator('#field-password')).toHaveValue(goodPassword);
  expect(await readUser(stack, userId)).toEqual(before);
  await page.getByLabel('Job title').fill('Clerk');
  await page.getByRole('button', save).click();
  await saved(page, 'Zoë Edited');
});

test('changed by somebody else meanwhile: told what, nothing overwritten, and mine is saved on top', async ({
  as,
  makeUser,
  stack,
}) => {
  const original = someone();
  const { userId } = await makeUser(original);
  const page = await as('kelly');
  await openEdit(page, userId);
  await page.getByLabel('Job title').fill('Mine');
  await page.getByLabel('City').fill('Hamburg');
  const metadata = original.user_metadata as JsonObject;
  await makeUser({
    ...original,
    user_id: userId,
    family_name: 'Theirs',
    user_metadata: { ...metadata, title: 'Theirs' },
  });
  const theirs = await readUser(stack, userId);
  await page.getByRole('button', save).click();

  const notice = page.getByRole('region', { name: /^Somebody else changed this user meanwhile/ });
  await expect(notice).toBeFocused();
  await expect(notice).toContainText(
    'Job title was “Accountant” when you opened this form and is “Theirs” now.',
  );
  await expect(notice).toContainText('Family name was empty');
  expect(await readUser(stack, userId)).toEqual(theirs);

  await notice.getByRole('button', { name: 'Load the current values' }).click();
  await expect(page.getByLabel('Family name')).toHaveValue('Theirs');
  await expect(page.getByLabel('Job title')).toHaveValue('Mine');
  await expect(page.getByLabel('Job title')).toHaveAccessibleDescription(/it is “Theirs” now/);
  await expect(page.getByLabel('City')).toHaveValue('Hamburg');
  await page.getByRole('button', save).click();
  await saved(page, 'Zoë Edited');
  expect(await readUser(stack, userId)).toMatchObject({
    family_name: 'Theirs',
    user_metadata: { title: 'Mine', address: { city: 'Hamburg' } },
  });
});

test('partly saved: told which part, and saving again sends only the rest', async ({
  as,
  makeUser,
  stack,
}) => {
  const name = (prefix: string) => unique(prefix).replaceAll('-', '').slice(-10);
  const taken = name('t');
  const free = name('f');
  await makeUser({ email: `${unique('owner')}@example.com`, connection: 'Contractors', username: taken });
  const { userId } = await makeUser(someone({ connection: 'Contractors', username: name('u') }));
  const page = await as('kelly');
  await openEdit(page, userId);
  await page.getByLabel('Job title').fill('Controller');
  await page.getByLabel('Username').fill(taken);
  await page.getByRole('button', save).click();
  const notice = page.getByRole('region', { name: 'Only a part of your changes was saved.' });
  await expect(notice).toBeFocused();
  await expect(notice.getByRole('listitem')).toHaveText(['Job title', 'Username']);
  expect(await readUser(stack, userId)).toMatchObject({ user_metadata: { title: 'Controller' } });
  await expect(page.getByLabel('Username')).toHaveValue(taken);

  await page.getByLabel('Username').fill(free);
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/edit'),
  );
  await page.getByRole('button', save).click();
  const [input] = JSON.parse((await sent).postData() ?? '[]');
  expect(input.values).toEqual({ username: free });
  await saved(page, 'Zoë Edited');
  expect(await readUser(stack, userId)).toMatchObject({
    username: free,
    user_metadata: { title: 'Controller' },
  });
});

test('what this manager may not change is closed with the reason, and the rest can be saved', async ({
  as,
  makeUser,
  stack,
}) => {
  const { userId, email } = await makeUser(someone());
  stack.writeHook(
    'access',
    `(ctx, callback) => /^change:(email|password)$/.test(ctx.payload.action)
      ? callback(new Error('Only IT changes how somebody signs in.')) : callback()`,
  );
  const page = await as('kelly');
  await openEdit(page, userId);
  const signIn = page.getByRole('region', { name: 'Sign-in' });
  await expect(signIn.getByLabel('E-mail address')).toBeDisabled();
  await expect(signIn.getByLabel('E-mail address')).toHaveValue(email);
  await expect(signIn).toContainText('Only IT changes how somebody signs in.');
  await expect(page.locator('#field-password')).toBeDisabled();
  await page.getByLabel('Job title').fill('Controller');
  await page.getByRole('button', save).click();
  await saved(page, 'Zoë Edited');
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
  await expect(kelly.getByRole('button', save)).toHaveCount(0);
  await expect(kelly.getByText('Zoë Edited')).toHaveCount(0);
});

test('a user who leaves the department between form and save stays as they are', async ({
  as,
  makeUser,
  stack,
}) => {
  const original = someone();
  const { userId } = await makeUser(original);
  const page = await as('kelly');
  await openEdit(page, userId);
  await page.getByLabel('Job title').fill('Too late');
  await makeUser({ ...original, user_id: userId, app_metadata: { department: 'HR' } });
  const moved = await readUser(stack, userId);
  await page.getByRole('button', save).click();
  await expect(page.getByRole('region', { name: /no longer one of yours/ })).toBeFocused();
  await expect(page.getByLabel('Job title')).toHaveValue('Too late');
  expect(await readUser(stack, userId)).toEqual(moved);
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

test('leaving with changes asks, and leaving without does not', async ({ as, makeUser }) => {
  const { userId } = await makeUser(someone());
  const page = await as('kelly');
  await openEdit(page, userId);
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page).not.toHaveURL(/\/edit$/);
  await page.goBack();
  await page.getByLabel('Job title').fill('Half');
  await page.getByRole('navigation').getByRole('link', { name: 'Users' }).click();
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('Job title')).toHaveValue('Half');
  await page.goBack();
  await question.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page).not.toHaveURL(/\/edit$/);
});

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
