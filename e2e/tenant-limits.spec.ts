import { expect, test, unique } from './test.ts';

test('an Administrator sees what is left of the calls to the tenant, and Kelly does not', async ({ as }) => {
  const ivan = await as('ivan');
  await ivan.getByRole('navigation').getByRole('link', { name: 'Tenant' }).click();
  await expect(ivan.getByRole('heading', { name: 'Tenant', level: 1 })).toBeVisible();
  await expect(ivan.getByText('The console sets no limit of its own.')).toBeVisible();
  await expect(ivan.getByText('Made as usual')).toHaveCount(2);
  const kelly = await as('kelly');
  await expect(kelly.getByRole('navigation').getByRole('link', { name: 'Tenant' })).toHaveCount(0);
  await kelly.goto('/tenant');
  await expect(kelly.getByText('Your role does not allow this.')).toBeVisible();
});

test('who waits for a silent tenant is told so meanwhile, and then how it ended', async ({
  as,
  stack,
  makeUser,
}) => {
  const email = `${unique('silent')}@example.com`;
  const { userId } = await makeUser({ email, name: 'Sila Silent', app_metadata: { department: 'Finance' } });
  const kelly = await as('kelly');
  await kelly.goto(`/users/${encodeURIComponent(userId)}`);
  await stack.control('PUT', '/faults', {
    respond: [{ match: { method: 'PATCH' }, status: 500, when: 'after', body: 'silence' }],
  });
  await kelly.getByRole('button', { name: 'Actions', exact: true }).click();
  await kelly.getByRole('menuitem', { name: 'Block', exact: true }).click();
  await kelly.getByRole('alertdialog').getByRole('button', { name: 'Block user' }).click();
  await expect(kelly.getByText('The tenant is slow to answer.')).toBeVisible();
  await expect(kelly.getByText('Sila Silent was blocked')).toBeVisible({ timeout: 15_000 });
  await expect(kelly.getByText('The tenant is slow to answer.')).toHaveCount(0);
  expect((await stack.usersByEmail(email))[0]?.blocked).toBe(true);
});

test('a page that could not be had comes by itself when the tenant is back', async ({ as, stack }) => {
  const kelly = await as('kelly');
  const broken: string[] = [];
  kelly.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) broken.push(message.text());
  });
  await stack.control('PUT', '/faults', {
    respond: [{ match: { method: 'GET' }, status: 503, times: 1_000 }],
  });
  await kelly.goto('/users/new');
  await expect(kelly.getByText(/^The tenant has (a fault|had a fault for)/)).toBeVisible();
  await expect(kelly.getByText('This page also tries by itself.')).toBeVisible();
  await stack.control('PUT', '/faults', {});
  await expect(kelly.getByLabel('E-mail address')).toBeVisible({ timeout: 20_000 });
  expect(broken, 'what comes later has the nonce of the page').toEqual([]);
});
