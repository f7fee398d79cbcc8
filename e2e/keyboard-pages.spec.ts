import { escapeFrom, press, tabTo } from './keyboard.ts';
import { expect, test, unique } from './test.ts';

test('Olga filters the log, opens an entry and comes back with the keyboard alone', async ({
  as,
  makeUser,
  stack,
}) => {
  const { userId, email } = await makeUser({ email: `${unique('key')}@example.com`, name: 'Karl Key' });
  await stack.control('POST', '/traces', {
    logs: [{ type: 'fp', user_id: userId, user_name: email, description: 'Wrong email or password.' }],
  });
  const page = await as('olga');
  await press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Log' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Log' })).toBeVisible();
  await tabTo(page, page.getByLabel('User', { exact: true }));
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row')).toHaveCount(2);
  await press(page, page.getByRole('link', { name: 'Sign-in failed: wrong password' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign-in failed: wrong password');
  await press(page, page.getByRole('link', { name: 'All entries about this user' }));
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('Ivan tries a hook and leaves it unchanged with the keyboard alone', async ({ as }) => {
  const page = await as('ivan');
  await press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Hooks' }));
  await press(page, page.getByRole('table').getByRole('link', { name: 'write', exact: true }));
  await page.waitForURL('**/hooks/write');
  await expect(page.getByLabel('Text', { exact: true })).toBeEnabled();
  // The text takes Tab as everywhere, so that nobody is caught in it.
  await tabTo(page, page.getByLabel('Text', { exact: true }));
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Text', { exact: true })).not.toBeFocused();
  await press(page, page.getByRole('button', { name: 'Try' }));
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('nina@example.com');
});

test('Kelly signs out a device and removes a factor with the keyboard alone, and Escape does nothing', async ({
  as,
  makeUser,
  stack,
}) => {
  const { userId } = await makeUser({
    email: `${unique('key')}@example.com`,
    name: 'Kim Key',
    app_metadata: { department: 'Finance' },
  });
  await stack.control('POST', '/traces', {
    devices: [{ user_id: userId, device_name: 'Old phone' }],
    sessions: [{ user_id: userId }],
    methods: [{ user_id: userId, type: 'phone', phone_number: '+12125550123' }],
  });
  const page = await as('kelly');
  await page.goto(`/users/${encodeURIComponent(userId)}`);

  await press(page, page.getByRole('link', { name: 'Devices' }));
  const signOut = page.getByRole('button', { name: 'Sign out Old phone' });
  await press(page, signOut);
  await escapeFrom(page, page.getByRole('alertdialog'));
  await expect(signOut).toBeFocused();
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('alertdialog').getByRole('button', { name: 'Sign out', exact: true }));
  await expect(page.getByRole('row', { name: /Old phone/ })).toHaveCount(0);

  // The button stands on both tabs; on the one that is being left its dialog would go with the page.
  await press(page, page.getByRole('link', { name: 'Sessions' }));
  await expect(page.getByRole('link', { name: 'Sessions' })).toHaveAttribute('aria-current', 'page');
  await press(page, page.getByRole('button', { name: 'Sign out everywhere' }));
  await press(page, page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }));
  await expect(page.getByRole('heading', { name: 'No sessions' })).toBeVisible();

  await press(page, page.getByRole('link', { name: 'Multifactor' }));
  await press(page, page.getByRole('button', { name: /^Remove Text message/ }));
  await press(page, page.getByRole('button', { name: 'Remove factor' }));
  await expect(page.getByRole('heading', { name: 'No second factor' })).toBeVisible();
});

test('Ivan assigns a role and adds an organization with the keyboard alone', async ({
  as,
  makeUser,
  stack,
}) => {
  const { userId } = await makeUser({ email: `${unique('key')}@example.com`, name: 'Kira Key' });
  const page = await as('ivan');
  const pick = async (field: string, option: string) => {
    await tabTo(page, page.getByRole('combobox', { name: field }));
    await page.keyboard.type(option);
    await page.getByRole('option', { name: option, exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
  };
  await page.goto(`/users/${encodeURIComponent(userId)}?tab=roles`);
  await press(page, page.getByRole('button', { name: 'Assign roles' }));
  await pick('Roles', 'Recruiter');
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Assign roles' }));
  await expect(page.getByRole('list', { name: 'Roles of Kira Key' }).getByRole('listitem')).toHaveCount(1);
  await press(page, page.getByRole('link', { name: 'Organizations', exact: true }));
  await press(page, page.getByRole('button', { name: 'Add to organization' }));
  await escapeFrom(page, page.getByRole('dialog'));
  await expect(page.getByRole('button', { name: 'Add to organization' })).toBeFocused();
  const held = (await stack.read(`/users/${encodeURIComponent(userId)}/roles`)) as { name: string }[];
  expect(held.map(({ name }) => name)).toEqual(['Recruiter']);
});
