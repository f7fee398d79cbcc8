import type { Page } from '@playwright/test';
import { press, tabTo } from './keyboard.ts';
import type { PersonFixtures } from './test.ts';
import { expect, test, unique } from './test.ts';
import { expectAccessible, expectNoViolations } from './violations.ts';

/** Three users of Finance whom one search finds, and nobody else. */
async function three(makeUser: PersonFixtures['makeUser']) {
  const mark = unique('many');
  const users = [];
  for (const first of ['Ada', 'Bea', 'Cleo']) {
    const app_metadata = { department: 'Finance' };
    users.push(
      await makeUser({ email: `${first}.${mark}@example.com`, name: `${first} ${mark}`, app_metadata }),
    );
  }
  const [ada, bea, cleo] = users.map(({ name }) => name) as [string, string, string];
  return { ada, bea, cleo, users, address: `/users?q=${mark}` };
}

const box = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const bar = (page: Page) => page.getByRole('region', { name: 'Selected users' });
const dialog = (page: Page) => page.getByRole('alertdialog');

const keepingCleo = `function (ctx, callback) {
  if (ctx.payload.action === 'block:user' && /^Cleo/.test(ctx.payload.user.name))
    return callback(new Error('Cleo is needed tonight.'));
  callback();
}`;

test('Kelly blocks three: two are blocked, the third is refused in the hook’s words, and all of it is recorded', async ({
  as,
  stack,
  makeUser,
}) => {
  const { ada, bea, cleo, address } = await three(makeUser);
  stack.writeHook('access', keepingCleo);
  const kelly = await as('kelly');
  await kelly.goto(address);
  await box(kelly, ada).check();
  await expect(kelly.getByRole('searchbox')).toBeHidden();
  await box(kelly, cleo).click({ modifiers: ['Shift'] });
  await expect(bar(kelly)).toContainText('3 selected');
  await expect(kelly.getByRole('status').filter({ hasText: '3 selected' })).toHaveCount(1);

  await bar(kelly).getByRole('button', { name: 'Block', exact: true }).click();
  await expect(dialog(kelly)).toContainText('Will be blocked (2)');
  await expect(dialog(kelly)).toContainText('Cleo is needed tonight.');
  await expect(dialog(kelly)).toContainText('those who were done stay done');
  await expectNoViolations(kelly);
  await dialog(kelly).getByRole('button', { name: 'Block 2 users' }).dblclick();
  await expect(dialog(kelly)).toContainText('Done: 2 of 3');
  await expect(dialog(kelly)).toContainText('Refused or failed (1)');
  await dialog(kelly).getByRole('button', { name: 'Close' }).click();
  for (const name of [ada, bea]) await expect(row(kelly, name)).toContainText('Blocked');
  await expect(row(kelly, cleo)).not.toContainText('Blocked');
  await expect(box(kelly, cleo)).toBeChecked();
  await expect(bar(kelly)).toContainText('1 selected');
  await expectNoViolations(kelly);

  await kelly.getByRole('checkbox', { name: 'Select everybody on this page' }).check();
  await bar(kelly).getByRole('button', { name: 'Unblock' }).click();
  await expect(dialog(kelly)).toContainText('Not blocked (1)');
  await dialog(kelly).getByRole('button', { name: 'Unblock 2 users' }).click();
  await expect(kelly.getByText('2 users were unblocked')).toBeVisible();
  await expect(bar(kelly)).toHaveCount(0);
  await kelly.getByRole('link', { name: 'Audit trail' }).click();
  await expect(kelly).toHaveURL(/action=unblock%3Auser/);
  for (const name of [ada, bea]) await expect(row(kelly, name)).toHaveCount(1);
});

test('by keyboard alone: who stops goes on later, and deleting asks for the number', async ({
  as,
  stack,
  makeUser,
}) => {
  const { ada, bea, address, users } = await three(makeUser);
  const kelly = await as('kelly');
  await kelly.goto(address);
  await tabTo(kelly, box(kelly, ada));
  await expect(async () => {
    await kelly.keyboard.press('Space');
    await expect(bar(kelly)).toContainText('1 selected', { timeout: 500 });
  }).toPass();
  await kelly.keyboard.press('Escape');
  await expect(bar(kelly)).toHaveCount(0);
  await expect(box(kelly, ada)).toBeFocused();
  await kelly.keyboard.press('Space');
  await tabTo(kelly, box(kelly, bea));
  await kelly.keyboard.press('Space');
  await kelly.keyboard.press('Home');
  await kelly.evaluate(() => (document.activeElement as HTMLElement).blur());
  const remove = bar(kelly).getByRole('button', { name: 'Delete' });
  await press(kelly, remove);
  await expect(dialog(kelly).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await kelly.keyboard.press('Escape');
  await expect(remove).toBeFocused();

  await stack.control('PUT', '/faults', { latencyMs: 700 });
  await kelly.keyboard.press('Enter');
  const confirm = dialog(kelly).getByRole('button', { name: 'Delete 2 users' });
  await expect(confirm).toBeDisabled();
  await tabTo(kelly, dialog(kelly).getByLabel('Type 2 to confirm'));
  await kelly.keyboard.type('3');
  await kelly.keyboard.press('Enter');
  await expect(confirm).toBeDisabled();
  await kelly.keyboard.press('Backspace');
  await kelly.keyboard.type('2');
  await kelly.keyboard.press('Enter');
  const stop = dialog(kelly).getByRole('button', { name: 'Stop' });
  await expect(stop).toBeFocused();
  await expect(kelly.getByRole('progressbar', { name: 'Users done' })).toBeVisible();
  await kelly.keyboard.press('Enter');
  await expect(dialog(kelly)).toContainText('Done: 1 of 2', { timeout: 15_000 });
  await expect(dialog(kelly)).toContainText('Not begun (1)');
  await stack.control('PUT', '/faults', {});
  await expect(dialog(kelly).getByRole('button', { name: 'Close' })).toBeFocused();
  await press(kelly, dialog(kelly).getByRole('button', { name: 'Go on with the other 1' }));
  await expect(kelly.getByText('2 users were deleted')).toBeVisible();
  await expect(kelly.getByRole('table').getByRole('row')).toHaveCount(2);
  await expect(kelly.getByRole('checkbox', { name: 'Select everybody on this page' })).toBeFocused();
  expect(await stack.usersByEmail(`${users[0]?.email}`)).toEqual([]);
});

test('on a phone a button brings the boxes, and nobody who may change nobody has any', async ({
  as,
  makeUser,
}) => {
  const { ada, bea, address } = await three(makeUser);
  const kelly = await as('kelly', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await kelly.goto(address);
  await expect(row(kelly, ada)).toBeVisible();
  await expect(box(kelly, ada)).toBeHidden();
  await expect(async () => {
    await kelly.getByRole('button', { name: 'Select', exact: true }).click({ timeout: 500 });
    await expect(bar(kelly)).toBeVisible({ timeout: 500 });
  }).toPass();
  await row(kelly, ada).getByRole('checkbox').check();
  await row(kelly, bea).getByRole('checkbox').check();
  await expectAccessible(kelly, 'a selection');
  await bar(kelly).getByRole('button', { name: 'Actions' }).click();
  await kelly.getByRole('menuitem', { name: 'Sign out everywhere' }).click();
  await expect(dialog(kelly)).toContainText('Will be signed out (2)');
  await expectNoViolations(kelly);
  await dialog(kelly).getByRole('button', { name: 'Sign out 2 users' }).click();
  await expect(kelly.getByText('2 users were signed out everywhere')).toBeVisible();
  await expect(kelly.getByRole('button', { name: 'Select', exact: true })).toBeFocused();

  const amir = await as('amir');
  await expect(amir.getByRole('row').nth(1)).toBeVisible();
  await expect(amir.getByRole('checkbox')).toHaveCount(0);
});
