import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until the element has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** Tabs to a control and presses Enter on it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await hearsKeys(target);
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Leaves a dialog with Escape. */
export async function escapeFrom(page: Page, dialog: Locator): Promise<void> {
  await hearsKeys(dialog);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

/** A dialog is seen a moment before it takes the focus, and keys pressed meanwhile go to the page below. */
async function hearsKeys(target: Locator): Promise<void> {
  const hasFocus = (element: Element) =>
    element.closest('[role=dialog], [role=alertdialog]')?.contains(document.activeElement) ?? true;
  await expect.poll(() => target.evaluate(hasFocus)).toBe(true);
}
