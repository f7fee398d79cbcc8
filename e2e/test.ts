import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { JsonObject } from '#lib/json.ts';
import { Stack } from './stack-fixture.ts';

/** The demo's people who sign in. */
export type Person = 'kelly' | 'ivan' | 'olga' | 'amir' | 'noor' | 'pia';

export interface PersonFixtures {
  /** The list of users as this person sees it; each call is a browser of its own. */
  as(
    person: Person,
    options?: { viewport?: { width: number; height: number }; colorScheme?: 'light' | 'dark' },
  ): Promise<Page>;
  /** Makes a user straight in the tenant, past the console. */
  makeUser(user: JsonObject): Promise<{ userId: string; email: string; name: string }>;
}

interface StackFixtures {
  stack: Stack;
  /** Goes through the sign-in, however this console's people sign in, to the list of users. */
  signInPerson: (page: Page, person: Person) => Promise<void>;
  signedIn: Map<Person, Awaited<ReturnType<BrowserContext['storageState']>>>;
}

export const test = base.extend<PersonFixtures, StackFixtures>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern here.
    async ({}, use, info) => {
      const stack = await Stack.start(`${info.parallelIndex}`);
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  signedIn: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern here.
    async ({}, use) => use(new Map()),
    { scope: 'worker' },
  ],
  signInPerson: [
    async ({ stack }, use) => use((page, person) => signIn(page, person, stack.password)),
    { scope: 'worker' },
  ],
  baseURL: async ({ stack }, use) => {
    await use(stack.appUrl);
    stack.restoreHooks();
    await stack.control('PUT', '/faults', {});
  },
  as: async ({ browser, baseURL, signInPerson, signedIn }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext({ baseURL, storageState: signedIn.get(person), ...options });
      contexts.push(context);
      const page = await context.newPage();
      if (signedIn.has(person)) {
        await page.goto('/users');
      } else {
        await signInPerson(page, person);
        signedIn.set(person, await context.storageState());
      }
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  makeUser: async ({ stack }, use) => {
    await use(async (user) => {
      const made = (await stack.control('POST', '/users', user)) as JsonObject;
      return { userId: String(made.user_id), email: String(made.email), name: String(made.name) };
    });
  },
});

export { expect } from '@playwright/test';

/** Goes through the tenant's own sign-in page. */
export async function signIn(page: Page, person: Person, password: string): Promise<void> {
  await page.goto('/users');
  await page.getByLabel('E-mail or username').fill(`${person}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/users');
}

/** Presses `/` as soon as the page listens to it. */
export async function focusSearch(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: 'Search users' })).toBeFocused({ timeout: 500 });
  }).toPass();
}

let sequence = 0;

/** A text that no other test uses. */
export function unique(prefix: string): string {
  sequence += 1;
  return `${prefix}-${process.pid.toString(36)}-${Date.now().toString(36)}-${sequence}`;
}
