import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/**
 * Ends the session as its expiry does: the browser no longer has the cookie. An answer that is on its way may
 * bring another one, so it ends when none has come for a while.
 */
export async function endSession(page: Page): Promise<void> {
  const context = page.context();
  await expect
    .poll(
      async () => {
        const held = (await context.cookies()).filter(({ name }) => /^(__|steward-)session/.test(name));
        await context.clearCookies({ name: /session/ });
        return held.length;
      },
      { intervals: [500] },
    )
    .toBe(0);
}

/**
 * Presses a button of a form whose session has ended, signs in beside it and comes back to it.
 * @param signInAgain goes through the provider’s page
 */
export async function signInBeside(
  page: Page,
  button: string,
  signInAgain: (beside: Page) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByText('You are signed out. Sign in again; nothing was saved.')).toBeVisible();
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Sign in again' }).click();
  const beside = await opened;
  await signInAgain(beside);
  await expect(beside.getByRole('heading', { name: 'You are signed in as Kelly Brandt' })).toBeVisible();
  await expect(page.getByText('You are signed in again.')).toBeVisible();
  await beside.close();
}
