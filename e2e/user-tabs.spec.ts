import { expect, test, unique } from './test.ts';

test.describe('what a user is signed in with', () => {
  test('Kelly signs a user out on one device, then everywhere, and removes a second factor', async ({
    as,
    makeUser,
    stack,
  }) => {
    const { userId } = await makeUser({
      email: `${unique('tabs')}@example.com`,
      name: 'Tamsin Tabs',
      app_metadata: { department: 'Finance' },
    });
    await stack.control('POST', '/traces', {
      devices: [
        { user_id: userId, device_name: 'Old phone' },
        { user_id: userId, device_name: 'New phone' },
        { user_id: userId, device_name: 'A tablet', type: 'rotating_refresh_token' },
      ],
      sessions: [{ user_id: userId }],
      methods: [{ user_id: userId, type: 'phone', phone_number: '+12125550123' }],
      logs: [{ type: 'fp', user_id: userId, description: 'Wrong email or password.' }],
    });
    const page = await as('kelly');
    await page.goto(`/users/${encodeURIComponent(userId)}`);

    await page.getByRole('link', { name: 'Devices' }).click();
    await expect(page).toHaveURL(/tab=devices/);
    await page.getByRole('button', { name: 'Sign out Old phone' }).click();
    await expect(page.getByRole('alertdialog', { name: 'Sign Tamsin Tabs out on Old phone?' })).toBeVisible();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page.getByRole('row', { name: /Old phone/ })).toHaveCount(0);
    await expect(page.getByRole('row', { name: /New phone/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Devices' })).toBeFocused();
    await page.getByRole('link', { name: 'Renewed tokens' }).click();
    await expect(page).toHaveURL(/tokens=rotating/);
    await expect(page.getByRole('row', { name: /A tablet/ })).toBeVisible();

    await page.getByRole('link', { name: 'Sessions' }).click();
    await expect(page.getByRole('heading', { name: 'Sessions', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(page.getByText('Tamsin Tabs was signed out everywhere')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'No sessions' })).toBeVisible();

    await page.getByRole('link', { name: 'Multifactor' }).click();
    await page.getByRole('button', { name: /^Remove Text message/ }).click();
    await page.getByRole('button', { name: 'Remove factor' }).click();
    await expect(page.getByRole('heading', { name: 'No second factor' })).toBeVisible();

    await page.getByRole('link', { name: 'Log', exact: true }).click();
    await page.getByRole('link', { name: 'Sign-in failed: wrong password' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign-in failed: wrong password');
    await page.getByRole('link', { name: 'Tamsin Tabs' }).first().click();
    await expect(page).toHaveURL(/tab=log/);
  });

  test('an Auditor sees the tabs and no button; a hook takes a tab away', async ({ as, makeUser, stack }) => {
    const { userId } = await makeUser({
      email: `${unique('tabs')}@example.com`,
      name: 'Theo Tabs',
      app_metadata: { department: 'HR' },
    });
    await stack.control('POST', '/traces', { devices: [{ user_id: userId, device_name: 'A phone' }] });
    const page = await as('amir');
    const address = `/users/${encodeURIComponent(userId)}`;
    await page.goto(`${address}?tab=devices`);
    await expect(page.getByRole('row', { name: /A phone/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /Sign out/ })).toHaveCount(0);
    await expect(page.getByText('Your role does not allow this.')).toBeVisible();
    stack.writeHook(
      'access',
      `(ctx, callback) => callback(ctx.payload.action === 'read:devices' ? 'No devices.' : null)`,
    );
    await page.goto(`${address}?tab=devices`);
    await expect(page.getByRole('link', { name: 'Devices' })).toHaveCount(0);
    await expect(page.getByText('A phone')).toHaveCount(0);
  });
});
