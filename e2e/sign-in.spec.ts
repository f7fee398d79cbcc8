import { expect, signIn, test } from './test.ts';

test.describe('signing in', () => {
  test('Kelly signs in through the tenant, is named with her department, and still is after a reload', async ({
    page,
    stack,
  }) => {
    await signIn(page, 'kelly', stack.password);
    const frame = page.getByRole('banner');
    await expect(frame.getByText('Kelly Brandt')).toBeVisible();
    await expect(frame.getByText(/Finance/)).toBeVisible();
    await expect(frame.getByRole('link', { name: 'Sign out' })).toBeVisible();
    await page.reload();
    await expect(frame.getByText('Kelly Brandt')).toBeVisible();
  });

  test('signing in leads back to the page that was asked for', async ({ page, stack }) => {
    await page.goto('/users?q=anna&per=10');
    await page.getByLabel('E-mail or username').fill('kelly@example.com');
    await page.getByLabel('Password', { exact: true }).fill(stack.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page).toHaveURL(`${stack.appUrl}/users?q=anna&per=10`);
  });

  test('after signing out nothing can be seen without signing in again', async ({ page, stack }) => {
    await signIn(page, 'kelly', stack.password);
    await page.getByRole('link', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
    await page.goto('/users');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(page.url()).toContain(stack.tenantUrl);
  });

  test('a session that was ended counts no more, not even a copy of its cookies', async ({
    page,
    stack,
    browser,
  }) => {
    await signIn(page, 'kelly', stack.password);
    const kept = await page.context().cookies();
    const copy = await browser.newPage({ baseURL: stack.appUrl });
    await copy.context().addCookies(kept);
    await copy.goto('/users');
    await expect(copy.getByRole('heading', { name: 'Users' })).toBeVisible();
    const another = await browser.newPage({ baseURL: stack.appUrl });
    await signIn(another, 'kelly', stack.password);
    await page.getByRole('link', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
    await copy.goto('/users');
    await expect(copy.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await another.reload();
    await expect(another.getByRole('heading', { name: 'Users' })).toBeVisible();
    // As a request that was on its way at sign-out brings them back.
    await page.context().addCookies(kept);
    await page.goto('/users');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await signIn(page, 'kelly', stack.password);
    await expect(page.getByRole('heading', { name: 'Users' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Users' })).toBeVisible();
  });

  test('sign-out lands where the settings hook says', async ({ page, stack }) => {
    stack.writeHook('settings', `(ctx, callback) => callback(null, { dict: { logoutUrl: '/users?q=bye' } })`);
    await signIn(page, 'kelly', stack.password);
    await page.getByRole('link', { name: 'Sign out' }).click();
    await page.getByLabel('E-mail or username').fill('kelly@example.com');
    await page.getByLabel('Password', { exact: true }).fill(stack.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page).toHaveURL(`${stack.appUrl}/users?q=bye`);
    await page.goto('/');
    await expect(page).toHaveURL(`${stack.appUrl}/users`);
  });

  test('an answer to a sign-in that this browser did not begin ends on a page that says so', async ({
    page,
    stack,
  }) => {
    await page.goto('/auth/callback?code=stolen&state=of-somebody-else');
    await expect(page.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
    await expect(page.getByText('It took too long, or was begun in another browser.')).toBeVisible();
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await page.getByLabel('E-mail or username').fill('kelly@example.com');
    await page.getByLabel('Password', { exact: true }).fill(stack.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Users' })).toBeVisible();
    await page.goto('/auth/callback?code=stolen&state=of-somebody-else');
    await expect(page.getByRole('heading', { name: 'Users' })).toBeVisible();
  });

  test('a wrong password is told beside the form, and the right one lets in', async ({ page, stack }) => {
    await page.goto('/users');
    await page.getByLabel('E-mail or username').fill('kelly@example.com');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByText('Wrong e-mail or password.')).toBeVisible();
    await page.getByLabel('Password', { exact: true }).fill(stack.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Users' })).toBeVisible();
  });

  for (const [returnTo, lands] of [
    ['https://evil.example/', '/'],
    ['//evil.example/x', '/'],
    ['/\\evil.example', '/'],
    ['/users?q=anna', '/users?q=anna'],
  ] as const) {
    test(`returnTo ${returnTo} never leaves the console`, async ({ page, stack }) => {
      await page.goto(`/auth/login?${new URLSearchParams({ returnTo })}`);
      await page.getByLabel('E-mail or username').fill('kelly@example.com');
      await page.getByLabel('Password', { exact: true }).fill(stack.password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('heading', { name: 'Users' }).waitFor();
      expect(new URL(page.url()).origin).toBe(stack.appUrl);
      if (lands !== '/') expect(page.url()).toBe(stack.appUrl + lands);
    });
  }
});

test.describe('people who can do nothing', () => {
  test('Pia has no role and is told so', async ({ as }) => {
    const page = await as('pia');
    await expect(page.getByText('You have no role in this console')).toBeVisible();
    await page.goto('/users/new');
    await expect(page.getByText('You have no role in this console')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
  });

  test('Noor has no department and reads the hook’s sentence about it', async ({ as }) => {
    const page = await as('noor');
    await expect(page.getByText(/not part of any department/)).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
  });

  test('a role taken away is noticed on the next click, and given back as well', async ({ as, stack }) => {
    const page = await as('olga');
    await expect(page.getByRole('table')).toBeVisible();
    const [olga] = await stack.usersByEmail('olga@example.com');
    const metadata = olga?.app_metadata as { department: string; roles: string[] };
    await stack.control('POST', '/users', { ...olga, app_metadata: { department: 'IT' } });
    await page.reload();
    await expect(page.getByText('You have no role in this console')).toBeVisible();
    await stack.control('POST', '/users', { ...olga, app_metadata: metadata });
    await page.reload();
    await expect(page.getByRole('table')).toBeVisible();
  });
});
