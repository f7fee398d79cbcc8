import type { JsonObject } from '#lib/json.ts';
import { holdReload, openEdit, save, saved, someone } from './edit-form.ts';
import { expect, test, unique } from './test.ts';
import { goodPassword, readUser } from './user-form.ts';

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
  const releaseReload = await holdReload(page);
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
  // Until the form knows what was saved, it would send that again.
  await expect(page.getByRole('button', save)).toHaveAttribute('aria-busy', 'true');
  await page.getByLabel('Username').press('Enter');
  releaseReload();
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
