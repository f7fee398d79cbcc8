import { expect, test, unique } from './test.ts';
import { fillNewUser, goodPassword, openNewUser, usersWithEmail } from './user-form.ts';

const save = { name: 'Create user' } as const;

test('a check of the settings hook answers as one types, and again on save', async ({ as, stack }) => {
  const page = await as('kelly');
  const email = `${unique('checked')}@example.com`;
  await openNewUser(page);
  await fillNewUser(page, { email, name: 'Checked' });
  const costCenter = page.getByLabel('Cost center');
  await costCenter.fill('nope');
  await expect(costCenter).toHaveAccessibleDescription(/^A cost center is two capital letters/);
  await page.getByRole('button', save).click();
  await expect(costCenter).toBeFocused();
  await expect(costCenter).toHaveAccessibleDescription(/^A cost center is two capital letters/);
  expect(await usersWithEmail(stack, email)).toEqual([]);
  await costCenter.fill('FI-2040');
  await expect(costCenter).not.toHaveAttribute('aria-invalid');
  await page.getByRole('button', save).click();
  await page.waitForURL('**/users');
  expect((await usersWithEmail(stack, email))[0]).toMatchObject({ app_metadata: { costCenter: 'FI-2040' } });
});

test('a field that is gone since the form was opened ends in a sentence that names it', async ({
  as,
  stack,
}) => {
  const page = await as('kelly');
  const email = `${unique('stale')}@example.com`;
  await openNewUser(page);
  await fillNewUser(page, { email, name: 'Stale' });
  await page.getByLabel('Job title').fill('Analyst');
  stack.writeHook('settings', `(ctx, callback) => callback(null, { dict: { memberships: 'Department' } })`);
  await page.getByRole('button', save).click();
  await expect(page.getByText(/is not a field that you can set here/).first()).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(goodPassword);
  expect(await usersWithEmail(stack, email)).toEqual([]);
  stack.restoreHooks();
  await page.getByRole('button', save).click();
  await page.waitForURL('**/users');
  expect(await usersWithEmail(stack, email)).toHaveLength(1);
});

for (const [key, value] of [
  ['app_metadata', { roles: ['Delegated Admin - Administrator'] }],
  ['app_metadata.roles', ['Delegated Admin - Administrator']],
  ['email_verified', true],
  ['user_id', 'auth0|chosen'],
  ['constructor', 'x'],
] as const) {
  test(`the unknown key ${key}, slipped into the request by hand, is named and nobody is created`, async ({
    as,
    stack,
  }) => {
    const page = await as('kelly');
    const email = `${unique('slipped')}@example.com`;
    await openNewUser(page);
    await fillNewUser(page, { email, name: 'Slipped' });
    await page.route('**/users/new', async (route) => {
      const sent = route.request().postData();
      if (route.request().method() !== 'POST' || !sent) return route.continue();
      const tampered = sent.replace(
        '"values":{',
        `"values":{${JSON.stringify(key)}:${JSON.stringify(value)},`,
      );
      expect(tampered).not.toBe(sent);
      await route.continue({ postData: tampered });
    });
    await page.getByRole('button', save).click();
    await expect(page.getByRole('region', { name: new RegExp(key) })).toBeFocused();
    expect(await usersWithEmail(stack, email)).toEqual([]);

    await page.unroute('**/users/new');
    await page.getByRole('button', save).click();
    await page.waitForURL('**/users');
    expect(await usersWithEmail(stack, email)).toHaveLength(1);
  });
}
