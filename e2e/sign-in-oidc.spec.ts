import type { JsonObject } from '#lib/json.ts';
import { expect, pickPerson, signInAtCompany, test } from './oidc-test.ts';
import { endSession, signInBeside } from './session-end.ts';
import { unique } from './test.ts';
import { fillNewUser, openNewUser } from './user-form.ts';

test.describe('signing in at the company', () => {
  test('Kelly is named with her department, also after a reload, and lands where she wanted to go', async ({
    page,
    stack,
  }) => {
    await page.goto('/users?q=anna&per=10');
    await pickPerson(page, 'kelly');
    await expect(page).toHaveURL(`${stack.appUrl}/users?q=anna&per=10`);
    const frame = page.getByRole('banner');
    await expect(frame.getByText('Kelly Brandt')).toBeVisible();
    await expect(frame.getByText(/Finance/)).toBeVisible();
    await page.reload();
    await expect(frame.getByText('Kelly Brandt')).toBeVisible();
    const session = (await page.context().cookies()).find(({ name }) => name === 'steward-session');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(await page.evaluate(() => document.cookie)).not.toContain('steward');
    const left = (await page.context().cookies(stack.appUrl)).map(({ name }) => name);
    expect(left.filter((name) => /next-auth|sign-in|state|nonce|csrf/.test(name))).toEqual([]);
  });

  test('an address that the company writes with capitals is the tenant’s own', async ({ page }) => {
    await signInAtCompany(page, 'ivan');
    await expect(page.getByRole('banner').getByText('Ivan Petrov')).toBeVisible();
  });

  test('a role that is taken away in the tenant is gone on the next click', async ({ page, stack }) => {
    await signInAtCompany(page, 'amir');
    await expect(page.getByRole('table')).toBeVisible();
    const [amir] = await stack.usersByEmail('amir@example.com');
    const put = (appMetadata: JsonObject) =>
      stack.control('POST', '/users', { ...amir, app_metadata: appMetadata });
    await put({ department: 'HR' });
    await page.getByRole('link', { name: 'Users', exact: true }).first().click();
    await expect(page.getByText('You have no role in this console')).toBeVisible();
    await put((amir?.app_metadata ?? {}) as JsonObject);
    await page.reload();
    await expect(page.getByRole('table')).toBeVisible();
  });

  test('signing out ends the company’s session too, and says so', async ({ page }) => {
    await signInAtCompany(page, 'kelly');
    await page.getByRole('link', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out of the company' }).click();
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
    await expect(page.getByText('you may still be signed in')).toHaveCount(0);
    const kept = (await page.context().cookies())
      .map(({ name }) => name)
      .filter((name) => name.startsWith('steward'));
    expect(kept).toEqual([]);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Company sign-in' })).toBeVisible();
  });

  for (const [person, sentence] of [
    ['rita', 'You can sign in as rita@example.com, but you are not a user of this tenant.'],
    ['kelly-unverified', /Your e-mail address kelly@example\.com is not verified at localhost:\d+\./],
  ] as const) {
    test(`somebody who cannot be found in the tenant reads why, and can sign in as somebody else (${person})`, async ({
      page,
    }) => {
      await signInAtCompany(page, person);
      await expect(page.getByText(sentence)).toBeVisible();
      await expect(page.getByText('Kelly Brandt')).toHaveCount(0);
      await page.getByRole('main').getByRole('link', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Sign out of the company' }).click();
      await page.getByRole('link', { name: 'Sign in' }).click();
      await pickPerson(page, 'kelly');
      await expect(page.getByRole('banner').getByText('Kelly Brandt')).toBeVisible();
    });
  }

  test('a sign-in that is cancelled ends on a page that says so, from which it can be begun again', async ({
    page,
    stack,
  }) => {
    await page.goto('/users?q=anna');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('It was cancelled or refused where you sign in.')).toBeVisible();
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await pickPerson(page, 'kelly');
    await expect(page).toHaveURL(`${stack.appUrl}/users?q=anna`);
  });

  test('of two tabs that sign in at once, both come to where they wanted to go', async ({ page, stack }) => {
    const other = await page.context().newPage();
    await page.goto('/users?q=one');
    await other.goto('/users?q=two');
    await pickPerson(page, 'kelly');
    await expect(page).toHaveURL(`${stack.appUrl}/users?q=one`);
    await pickPerson(other, 'kelly');
    await expect(other).toHaveURL(`${stack.appUrl}/users?q=two`);
  });

  test('what was typed is kept when the session ends, and saved after signing in beside it', async ({
    page,
    stack,
  }) => {
    const email = `${unique('expired')}@example.com`;
    await signInAtCompany(page, 'kelly');
    await openNewUser(page);
    await fillNewUser(page, { email, name: 'Typed Before' });
    await endSession(page);
    await signInBeside(page, 'Create user', (beside) => pickPerson(beside, 'kelly'));
    await page.getByRole('button', { name: 'Create user' }).click();
    await expect(page.getByText('Typed Before was created')).toBeVisible();
    expect(await stack.usersByEmail(email)).toHaveLength(1);
  });
});
