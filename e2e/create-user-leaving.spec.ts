import type { Page } from '@playwright/test';
import { expect, test, unique } from './test.ts';
import { fillNewUser, goodPassword, openNewUser, usersWithEmail } from './user-form.ts';

test('what is typed stays when the console does not answer, and can then be saved', async ({ as, stack }) => {
  const page = await as('kelly');
  const email = `${unique('offline')}@example.com`;
  await openNewUser(page);
  await fillNewUser(page, { email, name: 'Offline' });
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(page.getByRole('region', { name: /The console did not answer/ })).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(goodPassword);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Create user' }).click();
  await page.waitForURL('**/users');
  expect(await usersWithEmail(stack, email)).toHaveLength(1);
});

test('a tenant that does not answer is told with what was typed still there', async ({ as, stack }) => {
  const page = await as('kelly');
  const email = `${unique('down')}@example.com`;
  await openNewUser(page);
  await fillNewUser(page, { email, name: 'Down' });
  await stack.control('PATCH', '/faults', {
    respond: [{ match: { method: 'POST', path: '/users' }, status: 503, when: 'before', times: 1 }],
  });
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(page.getByText('What you entered is still here.')).toBeVisible();
  expect(await usersWithEmail(stack, email)).toEqual([]);
  await page.getByRole('button', { name: 'Create user' }).click();
  await page.waitForURL('**/users');
  expect(await usersWithEmail(stack, email)).toHaveLength(1);
});

/** Opens the form from the list, so that there is a page to go back to. */
async function comeToNewUser(page: Page): Promise<void> {
  await page.goto('/users');
  await page.getByRole('link', { name: 'New user' }).click();
  await page.waitForURL('**/users/new');
}

test.describe('leaving', () => {
  test('by a link asks when something was entered, and Stay keeps it', async ({ as }) => {
    const page = await as('kelly');
    await openNewUser(page);
    await page.getByLabel('Display name').fill('Half');
    await page.getByRole('link', { name: 'Cancel' }).click();
    const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(page.getByLabel('Display name')).toHaveValue('Half');
    await expect(page).toHaveURL(/\/users\/new$/);

    await page.getByRole('link', { name: 'Cancel' }).click();
    await question.getByRole('button', { name: 'Leave without saving' }).click();
    await page.waitForURL('**/users');
  });

  test('by the back button asks, and leads back when confirmed', async ({ as }) => {
    const page = await as('kelly');
    await comeToNewUser(page);
    await page.getByLabel('Display name').fill('Half');
    await page.goBack();
    const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(page.getByLabel('Display name')).toHaveValue('Half');
    await page.goBack();
    await question.getByRole('button', { name: 'Leave without saving' }).click();
    await page.waitForURL('**/users');
  });

  test('by the back button asks nothing, and leads back at once, when everything was undone', async ({
    as,
  }) => {
    const page = await as('kelly');
    await comeToNewUser(page);
    await page.getByLabel('Display name').fill('Half');
    await page.getByLabel('Display name').fill('');
    await page.goBack();
    await page.waitForURL('**/users');
    await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
  });

  test('by closing the tab lets the browser ask', async ({ as }) => {
    const page = await as('kelly');
    await openNewUser(page);
    await page.getByLabel('Display name').fill('Half');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
  });

  test('asks nothing while nothing was entered', async ({ as }) => {
    const page = await as('kelly');
    await openNewUser(page);
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.waitForURL('**/users');
  });
});

test('until the page’s script has taken over, no typing is lost: the fields are closed, then open', async ({
  as,
}) => {
  const page = await as('kelly');
  const gate = Promise.withResolvers<void>();
  await page.route('**/_next/static/**/*.js', async (route) => {
    await gate.promise;
    await route.continue();
  });
  await page.goto('/users/new', { waitUntil: 'commit' });
  await expect(page.getByLabel('E-mail address')).toBeDisabled();
  gate.resolve();
  await expect(page.getByLabel('E-mail address')).toBeEnabled();
  await page.getByLabel('E-mail address').pressSequentially('early@example.com');
  await expect(page.getByLabel('E-mail address')).toHaveValue('early@example.com');
});
