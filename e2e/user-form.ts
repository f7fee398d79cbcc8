import type { Page } from '@playwright/test';
import type { JsonObject } from '#lib/json.ts';
import type { Stack } from './stack-fixture.ts';

/** Meets the policy of both demo connections. */
export const goodPassword = 'Quiet-Harbour-73';

/** Opens the 'New user' form and waits until it takes input. */
export async function openNewUser(page: Page): Promise<void> {
  await page.goto('/users/new');
  await page.getByRole('button', { name: 'Create user' }).waitFor();
}

export function editAddress(userId: string): string {
  return `/users/${encodeURIComponent(userId)}/edit`;
}

export async function fillNewUser(page: Page, { email, name }: { email: string; name: string }) {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Display name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(goodPassword);
  await page.getByLabel('Repeat password').fill(goodPassword);
}

/** Every server action that the page calls from now on. */
export function countActions(page: Page): { count(): number } {
  let calls = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && 'next-action' in request.headers()) calls += 1;
  });
  return { count: () => calls };
}

/** The user as the Management API gives it, asked past the console. */
export async function readUser(stack: Stack, userId: string): Promise<JsonObject> {
  return (await stack.read(`/users/${encodeURIComponent(userId)}`)) as JsonObject;
}

export async function usersWithEmail(stack: Stack, email: string): Promise<JsonObject[]> {
  return stack.usersByEmail(email.toLowerCase());
}
