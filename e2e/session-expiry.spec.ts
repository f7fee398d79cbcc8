import type { Page } from '@playwright/test';
import { ask, sessionOf } from './by-hand.ts';
import { signInBeside } from './session-end.ts';
import { Stack } from './stack-fixture.ts';
import { test as base, expect, signIn, unique } from './test.ts';
import { fillNewUser, openNewUser } from './user-form.ts';

/** A console whose sessions end soon, however much they are used. */
const test = base.extend<object, { stack: Stack }>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern here.
    async ({}, use, info) => {
      const stack = await Stack.start(`expiry-${info.parallelIndex}`, { SESSION_MAX_SECONDS: '10' });
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** The session has ended by itself: the browser has dropped its cookie. */
async function sessionEnded(page: Page): Promise<void> {
  await expect.poll(() => sessionOf(page), { timeout: 30_000 }).toBe('');
}

test('a session that ends while a form is filled in loses nothing of what was typed', async ({
  page,
  stack,
}) => {
  const email = `${unique('expired')}@example.com`;
  await signIn(page, 'kelly', stack.password);
  const cookie = await sessionOf(page);
  expect((await ask(`${stack.appUrl}/users`, { headers: { cookie } })).status).toBe(200);
  await openNewUser(page);
  await fillNewUser(page, { email, name: 'Typed Before' });
  await sessionEnded(page);
  // The server does not take what the browser has dropped either, once its clocks’ tolerance is over.
  const late = () => ask(`${stack.appUrl}/users`, { headers: { cookie } });
  await expect.poll(async () => (await late()).status, { timeout: 30_000 }).toBe(307);
  expect((await late()).headers.get('location')).toContain('/auth/login');
  // The tenant still knows Kelly, so nothing has to be typed beside the form.
  await signInBeside(page, 'Create user', async () => {});
  expect(await stack.usersByEmail(email)).toEqual([]);
  await expect(page.getByLabel('Display name')).toHaveValue('Typed Before');
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(page.getByText('Typed Before was created')).toBeVisible();
  expect(await stack.usersByEmail(email)).toHaveLength(1);
});
