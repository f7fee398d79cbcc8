import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, focusSearch, test, unique } from './test.ts';

/** The head and the rows of the page itself, without users whom another test created a moment ago. */
function settledRows(page: Page) {
  return page.getByRole('row').filter({ hasNot: page.getByText('New', { exact: true }) });
}

test.describe('the list of users', () => {
  test('Kelly sees Finance and nobody else, in the table, the page’s data and its count', async ({
    as,
    stack,
  }) => {
    const page = await as('kelly');
    await page.goto('/users?per=100');
    const rows = page.getByRole('row');
    await expect(rows.nth(1)).toBeVisible();
    const departments = await page
      .getByRole('table')
      .getByRole('cell', { name: 'Finance', exact: true })
      .count();
    expect(departments).toBe((await rows.count()) - 1);
    await expect(page.getByText(`${departments} users in Finance`)).toBeVisible();

    const others = (await stack.read(
      '/users?q=app_metadata.department:"HR"&search_engine=v3&per_page=100',
    )) as { email?: string; user_id: string }[];
    expect(others.length).toBeGreaterThan(10);
    const document = await (await page.request.get('/users?per=100')).text();
    const flight = await (await page.request.get('/users?per=100', { headers: { rsc: '1' } })).text();
    expect(flight).not.toContain('<html');
    expect(flight).toContain('Finance');
    for (const { email, user_id: userId } of others) {
      expect(document).not.toContain(userId);
      expect(flight).not.toContain(userId);
      if (email) expect(document + flight).not.toContain(email);
    }
  });

  test('Ivan sees every department', async ({ as }) => {
    const page = await as('ivan');
    await page.goto('/users?per=100');
    for (const department of ['Finance', 'HR', 'Marketing', 'Engineering', 'IT']) {
      await expect(page.getByRole('cell', { name: department, exact: true }).first()).toBeVisible();
    }
  });

  test('searching, sorting and paging stand in the address, and the back button brings them back', async ({
    as,
  }) => {
    const page = await as('ivan');
    await page.goto('/users');
    await page.getByRole('link', { name: 'Last login' }).click();
    await expect(page).toHaveURL(/sort=-last_login/);
    await expect(page.getByRole('columnheader', { name: 'Last login' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await page.getByRole('link', { name: 'Next page' }).click();
    await expect(page).toHaveURL(/page=2/);
    await page.getByLabel('Rows per page').selectOption('10');
    await expect(page).toHaveURL(/per=10/);
    await expect(settledRows(page)).toHaveCount(11);
    await page.getByRole('searchbox', { name: 'Search users' }).fill('example.com');
    await expect(page).toHaveURL(/q=example\.com/);
    await page.goBack();
    await expect(page).not.toHaveURL(/q=/);
    await expect(page.getByRole('searchbox', { name: 'Search users' })).toHaveValue('');
    await expect(settledRows(page)).toHaveCount(11);
    const address = page.url();
    const second = await as('ivan');
    await second.goto(address);
    await expect(settledRows(second)).toHaveCount(11);
  });

  test('a search finds people by a part of their name and says when nobody matches', async ({
    as,
    makeUser,
  }) => {
    const name = unique('Zwetelina');
    await makeUser({ email: `${name}@example.com`, name, app_metadata: { department: 'Finance' } });
    const page = await as('kelly');
    await focusSearch(page);
    await page.keyboard.type(name.slice(2));
    await expect(page.getByRole('link', { name })).toBeVisible();
    await expect(page.getByText('1 user in Finance')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search users' }).fill('nobody-is-called-this');
    await expect(page.getByText('Nobody matches “nobody-is-called-this”')).toBeVisible();
    await page.getByRole('link', { name: 'Clear search' }).click();
    await expect(page.getByRole('row').nth(5)).toBeVisible();
  });

  test('Kelly opens a user, and somebody else’s user is simply not found', async ({ as, makeUser }) => {
    const own = await makeUser({
      email: `${unique('own')}@example.com`,
      name: 'Own Person',
      app_metadata: { department: 'Finance' },
    });
    const foreign = await makeUser({
      email: `${unique('foreign')}@example.com`,
      name: 'Foreign Person',
      app_metadata: { department: 'HR' },
    });
    const page = await as('kelly');
    await page.goto(`/users/${encodeURIComponent(own.userId)}`);
    await expect(page.getByRole('heading', { name: 'Own Person' })).toBeVisible();
    const answers: unknown[] = [];
    for (const id of [foreign.userId, 'auth0|000000000000000000000000']) {
      const response = await page.goto(`/users/${encodeURIComponent(id)}`);
      await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
      const text = (await response?.text()) ?? '';
      expect(text).not.toContain('Foreign Person');
      answers.push([response?.status(), await page.getByRole('main').innerText()]);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  test('a new user is in the list at once although the index lags, and a changed one is shown as changed', async ({
    as,
    stack,
  }) => {
    await stack.control('PATCH', '/faults', { indexDelayMs: 60_000 });
    const page = await as('kelly');
    await page.goto('/users/new');
    const email = `${unique('at-once')}@example.com`;
    await page.getByLabel('Display name').fill('Ada At Once');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(stack.password);
    await page.getByLabel('Repeat password').fill(stack.password);
    await page.getByRole('button', { name: 'Create user' }).click();
    await expect(page).toHaveURL(`${stack.appUrl}/users`);
    await expect(page.getByRole('row', { name: new RegExp(email) })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Ada At Once' }).getByRole('link')).toBeVisible();
  });

  test('filters stand in the address as chips, count truly, and can be taken away', async ({ as }) => {
    const page = await as('ivan');
    const filter = async (name: string) => {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    };
    await page.goto('/users?per=100');
    await filter('Blocked');
    await expect(page).toHaveURL(/status=blocked/);
    const blocked = page.getByRole('cell', { name: 'Blocked', exact: true });
    await expect(page.getByRole('cell', { name: 'Active', exact: true })).toHaveCount(0);
    await expect(page.getByRole('status').filter({ hasText: /^\d+ users?, filtered$/ })).toHaveText(
      new RegExp(`^${await blocked.count()} `),
    );
    await filter('HR');
    await expect(page).toHaveURL(/membership=HR/);
    await expect(page.getByRole('list', { name: 'Filters' }).getByRole('listitem')).toHaveCount(3);
    await page.getByRole('link', { name: 'Remove the filter Status' }).click();
    await expect(page).not.toHaveURL(/status=/);
    await expect(page.getByRole('cell', { name: 'Active', exact: true }).first()).toBeVisible();
    await expect(page.getByRole('cell', { name: 'HR', exact: true }).first()).toBeVisible();
    await expect(page.getByRole('cell', { name: 'Finance', exact: true })).toHaveCount(0);
    await page.goBack();
    await expect(page).toHaveURL(/status=blocked/);
    const chips = page.getByRole('list', { name: 'Filters' });
    await chips.getByRole('link', { name: 'Clear filters' }).click();
    await expect(chips).toHaveCount(0);
  });

  test('is had as a file, with the search, the filters and nobody beyond', async ({ as }) => {
    const page = await as('kelly');
    await page.goto('/users?status=blocked&per=100');
    const links = page.locator('tbody').getByRole('link');
    await links.first().waitFor();
    const names = await links.allTextContents();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^users-\d{4}-\d{2}-\d{2}\.csv$/);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',')[0]).toSorted()).toEqual(names.toSorted());
    for (const line of lines) expect(line).toContain(',Finance,');
  });
});
