import { tabTo } from './keyboard.ts';
import { expect, focusSearch, test, unique } from './test.ts';

test('Kelly signs in, finds, creates and edits a user with the keyboard alone', async ({ page, stack }) => {
  await page.goto('/users');
  await expect(page.getByLabel('E-mail or username')).toBeFocused();
  await page.keyboard.type('kelly@example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.type(stack.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'New user' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'New user' })).toBeVisible();

  const email = `${unique('keyboard')}@example.com`;
  await tabTo(page, page.getByLabel('E-mail address'));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel('Display name'));
  await page.keyboard.type('Klara Keyboard');
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(stack.password);
  await tabTo(page, page.getByLabel('Repeat password'));
  await page.keyboard.type(stack.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL((address) => address.pathname === '/users');

  await expect(page.getByRole('row', { name: new RegExp(email) })).toBeVisible();
  await focusSearch(page);
  await page.keyboard.type(email);
  const link = page.getByRole('table').getByRole('link', { name: 'Klara Keyboard' });
  await expect(link).toBeVisible();
  // While one still types, the list of a part of the address can look the same.
  await expect(page).toHaveURL((address) => address.searchParams.get('q') === email);
  await expect(page.getByRole('row')).toHaveCount(2);
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Klara Keyboard' })).toBeVisible();

  await tabTo(page, page.getByRole('link', { name: 'Edit', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Edit Klara Keyboard' })).toBeVisible();
  await tabTo(page, page.getByLabel('Job title'));
  await page.keyboard.type('Pianist');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Pianist')).toBeVisible();
  const [saved] = await stack.usersByEmail(email);
  expect(saved?.user_metadata).toMatchObject({ title: 'Pianist' });
});

test('every control shows where the focus is', async ({ as }) => {
  const page = await as('kelly');
  const unseen: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const state = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const boxes = [element, element.nextElementSibling, element.parentElement].filter(
        (box) => box !== null,
      );
      const isShown = boxes.some((box) => {
        const style = getComputedStyle(box);
        return (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none';
      });
      return { isShown, html: element.outerHTML.slice(0, 120) };
    });
    if (state && !state.isShown) unseen.push(state.html);
  }
  expect(unseen).toEqual([]);
});
