import type { Page } from '@playwright/test';
import { endSession, signInBeside } from './session-end.ts';
import type { Stack } from './stack-fixture.ts';
import { expect, test, unique } from './test.ts';
import { editAddress, fillNewUser, openNewUser, readUser } from './user-form.ts';

/** The provider’s own session may have ended with the console’s, as both do after a night. */
async function signInAtTenant(page: Page, stack: Stack): Promise<void> {
  await page.getByLabel('E-mail or username').fill('kelly@example.com');
  await page.getByLabel('Password', { exact: true }).fill(stack.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test.describe('when the session ends', () => {
  test('what was typed into ‘New user’ is kept, and saved after signing in beside it', async ({
    as,
    stack,
  }) => {
    const page = await as('kelly');
    const email = `${unique('expired')}@example.com`;
    await openNewUser(page);
    await fillNewUser(page, { email, name: 'Typed Before' });
    await endSession(page);
    await signInBeside(page, 'Create user', (beside) => signInAtTenant(beside, stack));
    expect(await stack.usersByEmail(email)).toEqual([]);
    await expect(page.getByLabel('Display name')).toHaveValue('Typed Before');
    await page.getByRole('button', { name: 'Create user' }).click();
    await expect(page.getByText('Typed Before was created')).toBeVisible();
    expect(await stack.usersByEmail(email)).toHaveLength(1);
  });

  test('what was typed into an edit is kept, and saved after signing in beside it', async ({
    as,
    stack,
    makeUser,
  }) => {
    const page = await as('kelly');
    const { userId } = await makeUser({
      email: `${unique('expired')}@example.com`,
      name: 'Edda Edited',
      user_metadata: { title: 'Before' },
      app_metadata: { department: 'Finance' },
    });
    await page.goto(editAddress(userId));
    await page.getByLabel('Job title').fill('After');
    await endSession(page);
    await signInBeside(page, 'Save changes', (beside) => signInAtTenant(beside, stack));
    expect(await readUser(stack, userId)).toMatchObject({ user_metadata: { title: 'Before' } });
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('Edda Edited was saved')).toBeVisible();
    expect(await readUser(stack, userId)).toMatchObject({ user_metadata: { title: 'After' } });
  });

  test('what was asked for in a dialog is not done, and done after signing in beside it', async ({
    as,
    stack,
    makeUser,
  }) => {
    const page = await as('kelly');
    const { userId } = await makeUser({
      email: `${unique('expired')}@example.com`,
      name: 'Bela Blockable',
      app_metadata: { department: 'Finance' },
    });
    await page.goto(`/users/${encodeURIComponent(userId)}`);
    await page.getByRole('button', { name: 'Actions', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Block', exact: true }).click();
    await endSession(page);
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Block user' }).click();
    await expect(dialog.getByText('You are signed out.')).toBeVisible();
    expect(await readUser(stack, userId)).not.toHaveProperty('blocked', true);
    const opened = page.waitForEvent('popup');
    await dialog.getByRole('link', { name: 'Sign in again' }).click();
    const beside = await opened;
    await signInAtTenant(beside, stack);
    await beside.getByRole('heading', { name: 'You are signed in as Kelly Brandt' }).waitFor();
    await beside.close();
    await dialog.getByRole('button', { name: 'Block user' }).click();
    await expect(page.getByRole('main').getByText('Blocked', { exact: true })).toBeVisible();
    expect(await readUser(stack, userId)).toHaveProperty('blocked', true);
  });

  test('a click leads to the sign-in and from there to where the click was to lead', async ({
    as,
    stack,
    makeUser,
  }) => {
    const page = await as('kelly');
    const name = unique('Clicked');
    const { userId } = await makeUser({
      email: `${name.toLowerCase()}@example.com`,
      name,
      app_metadata: { department: 'Finance' },
    });
    await page.goto(`/users?q=${name}`);
    await endSession(page);
    await page.getByRole('link', { name }).click();
    await signInAtTenant(page, stack);
    await expect(page.getByRole('heading', { name })).toBeVisible();
    expect(page.url()).toBe(`${stack.appUrl}/users/${encodeURIComponent(userId)}`);
  });
});
