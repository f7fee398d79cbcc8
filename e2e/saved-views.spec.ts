import { press } from './keyboard.ts';
import { expect, test, unique } from './test.ts';
import { expectAccessible, expectNoViolations } from './violations.ts';

test.describe('views of the list', () => {
  test('by keyboard alone Kelly saves a view, opens, renames, updates and deletes it', async ({ as }) => {
    const page = await as('kelly');
    const name = unique('Blocked');
    const { keyboard } = page;
    const button = (label: string) => page.getByRole('button', { name: label, exact: true });
    const item = (label: string) => page.getByRole('menuitem', { name: label, exact: true });
    /** Goes to an entry of the menu that is open, and takes it. */
    const choose = async (label: string, ...keys: string[]) => {
      await expect(page.getByRole('menuitem').first()).toBeFocused();
      for (const key of keys) await keyboard.press(key);
      await expect(item(label)).toBeFocused();
      await keyboard.press('Enter');
    };
    await expect(button('Save view')).toHaveCount(0);
    await page.goto('/users?status=blocked&per=50');
    await press(page, button('Save view'));
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
    await keyboard.type(name);
    await keyboard.press('Enter');
    await expect(button(`View: ${name}`)).toBeFocused();
    await expect(button('Save view')).toHaveCount(0);

    await page.goto('/users');
    await press(page, button('Views'));
    await choose(name);
    await expect(page).toHaveURL(/\/users\?status=blocked&per=50$/);
    await expect(button(`View: ${name}`)).toBeVisible();
    await page.goBack();
    await expect(button('Views')).toBeVisible();
    await page.goForward();

    await press(page, page.getByRole('link', { name: 'Last login' }));
    await expect(page).toHaveURL(/sort=-last_login/);
    await press(page, button(`View: ${name} (changed)`));
    await choose(`Update “${name}” to what is shown`, 'End', 'ArrowUp');
    await expect(button(`View: ${name}`)).toBeVisible();

    await press(page, button(`View: ${name}`));
    await choose('Manage views', 'End');
    const dialog = page.getByRole('dialog', { name: 'Manage views' });
    await press(page, dialog.getByRole('button', { name: `Rename: ${name}` }));
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
    await keyboard.press('Escape');
    await expect(dialog.getByRole('button', { name: `Rename: ${name}` })).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
    await keyboard.type(`${name}, renamed`);
    await keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: `Rename: ${name}, renamed` })).toBeFocused();
    await press(page, dialog.getByRole('button', { name: `Delete: ${name}, renamed` }));
    const question = dialog.getByRole('group', { name: `Delete “${name}, renamed”?` });
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await press(page, question.getByRole('button', { name: 'Delete' }));
    await expect(dialog.getByText('There are no views any more that you could change.')).toBeVisible();
    await keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(button('Save view')).toBeVisible();
  });

  test('a view is there on every device; a name that is taken says so, and nothing typed is lost', async ({
    as,
  }) => {
    const [page, other] = [await as('amir'), await as('amir')];
    const name = unique('Never here');
    const save = async (address: string, typed: string) => {
      await page.goto(address);
      await page.getByRole('button', { name: 'Save view' }).click();
      await page.getByLabel('Name', { exact: true }).fill(typed);
      await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
    };
    await save('/users?status=never-signed-in', name);
    await expect(page.getByRole('button', { name: `View: ${name}` })).toBeVisible();
    await other.reload();
    await other.getByRole('button', { name: 'Views' }).click();
    await expect(other.getByRole('menuitem', { name })).toHaveAttribute(
      'href',
      '/users?status=never-signed-in',
    );
    await other.goto('/users?status=never-signed-in', { waitUntil: 'networkidle' });
    await expect(other.getByRole('button', { name: `View: ${name}` })).toBeVisible();
    await expect(other.locator('body')).toBeFocused();

    await save('/users?status=active', name.toUpperCase());
    await expect(page.getByText(`You already have a view called “${name.toUpperCase()}”.`)).toBeVisible();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name.toUpperCase());
  });

  test('what Ivan shares Kelly finds, shows her Finance alone, and is not hers to change', async ({ as }) => {
    const ivan = await as('ivan');
    const name = unique('Active');
    await ivan.goto('/users?status=active&per=100');
    await ivan.getByRole('button', { name: 'Save view' }).click();
    await ivan.getByLabel('Name', { exact: true }).fill(name);
    await ivan.keyboard.press('Enter');
    await ivan.getByRole('button', { name: `View: ${name}` }).click();
    await ivan.getByRole('menuitem', { name: 'Manage views' }).click();
    await ivan.getByRole('button', { name: `Share: ${name}` }).click();
    await ivan.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(ivan.getByText(`“${name}” is shared with everybody`)).toBeVisible();

    const kelly = await as('kelly');
    await kelly.getByRole('button', { name: 'Views' }).click();
    const shared = kelly
      .getByRole('group', { name: 'Shared with everybody' })
      .getByRole('menuitem', { name });
    await expect(shared).toBeVisible();
    await expect(kelly.getByRole('menuitem', { name: 'Manage views' })).toHaveCount(0);
    await shared.click();
    await expect(kelly.getByRole('button', { name: `View: ${name}` })).toBeVisible();
    await expect(kelly.getByRole('cell', { name: 'Finance', exact: true }).first()).toBeVisible();
    await expect(kelly.getByRole('cell', { name: 'HR', exact: true })).toHaveCount(0);
  });

  for (const [colorScheme, width] of [
    ['dark', 1440],
    ['light', 390],
  ] as const) {
    test(`have no accessibility violation, whatever is open (${width} px)`, async ({ as }) => {
      const page = await as('ivan', { viewport: { width, height: 844 }, colorScheme });
      const name = unique('A view with a name that is longer than a phone is wide');
      await page.goto('/users?status=active');
      await page.getByRole('button', { name: 'Save view' }).click();
      await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
      await expectNoViolations(page);
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: `View: ${name}` }).click();
      await expect(page.getByRole('menuitem', { name })).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole('menuitem', { name: 'Manage views' }).click();
      await page.getByRole('button', { name: `Delete: ${name}` }).click();
      await expectNoViolations(page);
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await expect(page.getByText(`View “${name}” deleted`)).toBeVisible();
      await page.keyboard.press('Escape');
      await expectAccessible(page, '/users?status=active');
    });
  }
});
