import { expect, type Page } from '@playwright/test';
import type { Stack } from './stack-fixture.ts';

interface Mail {
  to: string;
  kind: string;
  link: string;
  clientId?: string;
}

/** What was sent to an address, the newest first. */
export const mailsTo = async (stack: Stack, email: string) => {
  const mails = (await stack.control('GET', '/outbox')) as unknown as Mail[];
  return mails.filter(({ to }) => to === email);
};

/** Chooses an entry of the user's menu; the confirmation is open then. */
export async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Actions', exact: true }).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
}
