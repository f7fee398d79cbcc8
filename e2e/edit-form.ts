import type { Page } from '@playwright/test';
import type { JsonObject } from '#lib/json.ts';
import { expect, unique } from './test.ts';
import { editAddress } from './user-form.ts';

/** The button that saves. */
export const save = { name: 'Save changes' } as const;

/** Somebody in Finance with more in the profile than any form shows. */
export function someone(more: JsonObject = {}): JsonObject {
  return {
    email: `${unique('edited')}@example.com`,
    email_verified: true,
    name: 'Zoë Edited',
    given_name: 'Zoë',
    app_metadata: {
      department: 'Finance',
      costCenter: 'FI-1000',
      nested: { untouched: [1, { deep: true }] },
    },
    user_metadata: {
      title: 'Accountant',
      address: { street: 'Old Street 1', city: 'Berlin', floor: { number: 4 } },
      languages: ['German', 'English'],
      private: { shoeSize: 43 },
    },
    ...more,
  };
}

/** Opens a user’s form and waits until it takes input. */
export async function openEdit(page: Page, userId: string): Promise<void> {
  await page.goto(editAddress(userId));
  await page.getByRole('button', save).waitFor();
}

/** The save went through, and the form was left. */
export async function saved(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: `${name} was saved` })).toBeVisible();
  await expect(page).not.toHaveURL(/\/edit$/);
}

/** Keeps back the form that the page asks for again, until what is returned is called. */
export async function holdReload(page: Page): Promise<() => void> {
  const released = Promise.withResolvers<void>();
  await page.route('**/edit?_rsc=*', async (route) => {
    await released.promise;
    await route.continue();
  });
  return released.resolve;
}
