import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, unique } from './test.ts';

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test(`no page has an accessibility violation (${colorScheme}, ${viewport.width} px)`, async ({
      as,
      makeUser,
    }) => {
      const user = await makeUser({
        email: `${unique('axe')}@example.com`,
        name: 'Renée Müller',
        app_metadata: { department: 'Finance' },
      });
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
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectNoViolations(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${path} scrolls sideways`).toBe(0);
      }
      const signedOut = await as('pia', { viewport, colorScheme });
      await expectNoViolations(signedOut);

      const ivan = await as('ivan', { viewport, colorScheme });
      await ivan.goto(`${address}?tab=roles`);
      await expect(ivan.getByRole('button', { name: 'Add to organization' })).toBeVisible();
      await expectNoViolations(ivan);
      await ivan.getByRole('button', { name: 'Assign roles' }).click();
      await expect(ivan.getByRole('combobox', { name: 'Roles' })).toBeVisible();
      await expectNoViolations(ivan);
    });
  }
}

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
  expect(broken).toEqual([]);
});
