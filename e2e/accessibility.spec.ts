import { expect, test, unique } from './test.ts';
import { expectAccessible, expectNoViolations } from './violations.ts';

// Reading whole pages rule by rule is a matter of the processor, and each test reads several.
test.describe.configure({ timeout: 120_000 });

/** Somebody of Finance, another one for each test. */
const renee = () => ({
  email: `${unique('axe')}@example.com`,
  name: 'Renée Müller',
  app_metadata: { department: 'Finance' },
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test(`no page has an accessibility violation (${colorScheme}, ${viewport.width} px)`, async ({
      as,
      makeUser,
    }) => {
      const user = await makeUser(renee());
      const page = await as('kelly', { viewport, colorScheme });
      const address = `/users/${encodeURIComponent(user.userId)}`;
      for (const path of [
        '/users',
        '/users?q=nobody-at-all',
        '/users/new',
        address,
        `${address}?tab=raw`,
        `${address}/edit`,
        '/users/auth0%7Cnobody',
      ]) {
        await page.goto(path);
        await expectAccessible(page, path);
      }
      const signedOut = await as('pia', { viewport, colorScheme });
      await expectNoViolations(signedOut);
    });

    test(`the audit trail has no accessibility violation (${colorScheme}, ${viewport.width} px)`, async ({
      as,
      makeUser,
    }) => {
      const user = await makeUser(renee());
      const page = await as('kelly', { viewport, colorScheme });
      const history = `/users/${encodeURIComponent(user.userId)}?tab=history`;
      for (const path of [history, '/audit', '/audit?q=nobody-at-all&period=week']) {
        await page.goto(path);
        await expectAccessible(page, path);
      }
      await page.goto('/audit?action=view:user');
      await page.getByRole('link', { name: 'Open user' }).first().click();
      await expect(page.getByRole('button', { name: 'Copy request id' })).toBeVisible();
      await expectAccessible(page, 'a record');
    });

    test(`the hooks’ and the tenant’s pages have no accessibility violation (${colorScheme}, ${viewport.width} px)`, async ({
      as,
    }) => {
      const ivan = await as('ivan', { viewport, colorScheme });
      for (const path of ['/tenant', '/hooks', '/hooks/write', '/hooks/nothing']) {
        await ivan.goto(path);
        await expectAccessible(ivan, path);
      }
      await ivan.goto('/hooks/write');
      await ivan.getByRole('button', { name: 'Try' }).click();
      await expect(ivan.getByRole('region', { name: 'Answer' })).toBeVisible();
      await expectNoViolations(ivan);
    });

    test(`roles and organizations have no accessibility violation (${colorScheme}, ${viewport.width} px)`, async ({
      as,
      makeUser,
    }) => {
      const user = await makeUser(renee());
      const ivan = await as('ivan', { viewport, colorScheme });
      const address = `/users/${encodeURIComponent(user.userId)}`;
      await ivan.goto(`${address}?tab=organizations`);
      await expect(ivan.getByRole('button', { name: 'Add to organization' })).toBeVisible();
      await expectAccessible(ivan, `${address}?tab=organizations`);
      await ivan.goto(`${address}?tab=roles`);
      await expectAccessible(ivan, `${address}?tab=roles`);
      await ivan.getByRole('button', { name: 'Assign roles' }).click();
      await expect(ivan.getByRole('combobox', { name: 'Roles' })).toBeVisible();
      await expectNoViolations(ivan);
    });

    test(`neither a menu nor a confirmation has an accessibility violation (${colorScheme}, ${viewport.width} px)`, async ({
      as,
      makeUser,
    }) => {
      const user = await makeUser(renee());
      const page = await as('kelly', { viewport, colorScheme });
      await page.goto(`/users/${encodeURIComponent(user.userId)}`);
      await page.getByRole('button', { name: 'Actions', exact: true }).click();
      await expect(page.getByRole('menuitem', { name: 'Delete user' })).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole('menuitem', { name: 'Send password-reset mail' }).click();
      await expect(page.getByLabel('Application')).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByRole('alertdialog')).toHaveCount(0);
      await page.getByRole('button', { name: 'Actions', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Delete user' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await expectNoViolations(page);
    });

    test(`neither sign-ins nor logs have an accessibility violation (${colorScheme}, ${viewport.width} px)`, async ({
      as,
      makeUser,
      stack,
    }) => {
      const user = await makeUser(renee());
      const of = { user_id: user.userId };
      const traces = (await stack.control('POST', '/traces', {
        logs: [
          { ...of, type: 'fp', description: 'Wrong e-mail address or password, or none at all. '.repeat(5) },
        ],
        devices: [
          of,
          { ...of, device_name: 'A device with a name that is longer than any table is wide. '.repeat(3) },
        ],
        sessions: [of],
        methods: [
          { ...of, type: 'totp' },
          { ...of, type: 'email', email: `${'long'.repeat(15)}@example.com` },
        ],
      })) as { logs: string[] };
      const address = `/users/${encodeURIComponent(user.userId)}`;
      const olga = await as('olga', { viewport, colorScheme });
      for (const path of [
        `${address}?tab=devices`,
        `${address}?tab=sessions`,
        `${address}?tab=multifactor`,
        `${address}?tab=log`,
        `${address}/log/${traces.logs[0]}`,
        '/logs',
        '/logs?user=nobody-at-all',
      ]) {
        await olga.goto(path);
        await expectAccessible(olga, path);
      }
    });
  }
}

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const) {
  test(`in German neither the list nor the form has an accessibility violation (${width} px)`, async ({
    as,
  }) => {
    const page = await as('ivan', { viewport: { width, height: 900 }, colorScheme });
    await page.context().addCookies([{ name: 'language', value: 'de', url: page.url() }]);
    for (const path of ['/users', '/users?status=blocked&membership=HR', '/users/new']) {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', 'de');
      await expectAccessible(page, path);
    }
    await page.getByRole('button', { name: 'Stattdessen eine Einladung senden' }).click();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Benutzer anlegen' }).click();
    await expect(page.getByText('Hier stimmt etwas noch nicht')).toBeVisible();
    await expectNoViolations(page);
  });
}

test('the pages around the sign-in have no accessibility violation', async ({ as }) => {
  const page = await as('kelly', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  for (const path of ['/signed-in', '/signed-out?provider=open', '/sign-in-failed?why=expired']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoViolations(page);
  }
});

test('the tenant’s own pages have no accessibility violation', async ({ page, stack }) => {
  await page.goto('/users');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectNoViolations(page);
  await page.goto(`${stack.tenantUrl}/outbox`);
  await expectNoViolations(page);
});

test('nothing on any page breaks the content security policy', async ({ as }) => {
  const page = await as('kelly');
  const broken: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) broken.push(message.text());
  });
  for (const path of ['/users', '/users/new']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
  }
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(page.getByText('Enter an e-mail address.').first()).toBeVisible();
  expect(broken).toEqual([]);
});
