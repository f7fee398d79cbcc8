import type { Page } from '@playwright/test';
import { expect, test, unique } from './test.ts';
import { choose, mailsTo } from './user-menu.ts';

async function confirm(page: Page, verb: string): Promise<void> {
  await page.getByRole('alertdialog').getByRole('button', { name: verb }).click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
}

/** Every answer that the browser gets, to be searched for what must not be in any. */
function readEverything(page: Page): Promise<string>[] {
  const texts: Promise<string>[] = [];
  page.on('response', (response) => {
    texts.push(response.text().catch(() => ''));
  });
  return texts;
}

test.describe('Kelly', () => {
  test('blocks and deletes a user from the menu of their row, and stays where she is', async ({
    as,
    stack,
    makeUser,
  }) => {
    const email = `${unique('row')}@example.com`;
    await makeUser({ email, name: 'Rowan Row', app_metadata: { department: 'Finance' } });
    const kelly = await as('kelly');
    await kelly.goto(`/users?q=${encodeURIComponent(email)}`);
    const choose = async (entry: string) => {
      await kelly.getByRole('button', { name: 'Actions for Rowan Row' }).click();
      await kelly.getByRole('menuitem', { name: entry, exact: true }).click();
    };
    await choose('Block');
    await expect(kelly.getByRole('alertdialog', { name: 'Block Rowan Row?' })).toBeVisible();
    await confirm(kelly, 'Block user');
    await expect(kelly.getByRole('row', { name: /Rowan Row/ })).toContainText('Blocked');
    expect((await stack.usersByEmail(email))[0]?.blocked).toBe(true);
    await choose('Unblock');
    await confirm(kelly, 'Unblock user');
    await choose('Delete user');
    await confirm(kelly, 'Delete user');
    await expect(kelly.getByText('Rowan Row was deleted')).toBeVisible();
    await expect(kelly.getByRole('row', { name: /Rowan Row/ })).toHaveCount(0);
    expect(new URL(kelly.url()).search).toContain('q=');
    expect(await stack.usersByEmail(email)).toEqual([]);
  });

  test('blocks a user, who cannot sign in then, and unblocks them', async ({
    as,
    stack,
    makeUser,
    browser,
  }) => {
    const email = `${unique('block')}@example.com`;
    const { userId, name } = await makeUser({
      email,
      name: 'Bruno Blocked',
      password: stack.password,
      app_metadata: { department: 'Finance' },
    });
    const kelly = await as('kelly');
    await kelly.goto(`/users/${encodeURIComponent(userId)}`);

    await choose(kelly, 'Block');
    const dialog = kelly.getByRole('alertdialog', { name: `Block ${name}?` });
    await expect(dialog).toContainText('can no longer sign in');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect((await stack.usersByEmail(email))[0]?.blocked).not.toBe(true);

    await choose(kelly, 'Block');
    await confirm(kelly, 'Block user');
    await expect(kelly.getByText(`${name} was blocked`)).toBeVisible();
    await expect(kelly.getByRole('main').getByText('Blocked', { exact: true })).toBeVisible();
    expect((await stack.usersByEmail(email))[0]?.blocked).toBe(true);

    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(`${stack.appUrl}/users`);
    await stranger.getByLabel('E-mail or username').fill(email);
    await stranger.getByLabel('Password', { exact: true }).fill(stack.password);
    await stranger.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(stranger.getByText(/blocked/i)).toBeVisible();
    await stranger.context().close();

    await choose(kelly, 'Unblock');
    await confirm(kelly, 'Unblock user');
    await expect(kelly.getByText(`${name} was unblocked`)).toBeVisible();
    expect((await stack.usersByEmail(email))[0]?.blocked).toBe(false);
  });

  test('lifts the blocks that wrong passwords have brought about', async ({ as, stack, makeUser }) => {
    const email = `${unique('wrong')}@example.com`;
    const { userId, name } = await makeUser({
      email,
      name: 'Willa Wrong',
      password: stack.password,
      app_metadata: { department: 'Finance' },
    });
    const blocks = async () => {
      const answer = (await stack.read(`/user-blocks/${encodeURIComponent(userId)}`)) as {
        blocked_for?: unknown[];
      };
      return answer.blocked_for?.length;
    };
    for (let tries = 0; tries < 10; tries += 1) {
      await fetch(`${stack.tenantUrl}/oauth/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          grant_type: 'http://auth0.com/oauth/grant-type/password-realm',
          realm: 'Username-Password-Authentication',
          client_id: stack.variables.AUTH0_CLIENT_ID,
          client_secret: stack.variables.AUTH0_CLIENT_SECRET,
          username: email,
          password: 'not-the-password',
        }),
      });
    }
    expect(await blocks()).toBe(1);
    const kelly = await as('kelly');
    await kelly.goto(`/users/${encodeURIComponent(userId)}`);
    await choose(kelly, 'Lift sign-in blocks');
    await confirm(kelly, 'Lift blocks');
    await expect(kelly.getByText(`The sign-in blocks of ${name} were lifted`)).toBeVisible();
    expect(await blocks()).toBe(0);
  });

  test('has mails sent whose links reach the user alone', async ({ as, stack, makeUser }) => {
    const email = `${unique('mail')}@example.com`;
    const { userId, name } = await makeUser({
      email,
      name: 'Mia Mailed',
      app_metadata: { department: 'Finance' },
    });
    const kelly = await as('kelly');
    const received = readEverything(kelly);
    await kelly.goto(`/users/${encodeURIComponent(userId)}`);

    await choose(kelly, 'Send verification mail');
    await expect(kelly.getByRole('alertdialog')).toContainText(email);
    await confirm(kelly, 'Send mail');
    await expect(kelly.getByText(`A verification mail to ${name} is on its way`)).toBeVisible();

    await choose(kelly, 'Send password-reset mail');
    const application = kelly.getByRole('alertdialog').getByLabel('Application');
    await expect(application.getByRole('option')).toHaveText(['Intranet', 'Steward', 'Travel expenses']);
    await application.selectOption('Travel expenses');
    await confirm(kelly, 'Send mail');
    await expect(kelly.getByText(`A password-reset mail to ${name} is on its way`)).toBeVisible();

    const mails = await mailsTo(stack, email);
    expect(mails.map(({ kind }) => kind)).toEqual(['change-password', 'verify-email']);
    expect(mails[0]?.clientId).toBe('steward-demo-expenses');
    const seen = (await Promise.all(received)).join('\n');
    expect(seen).toContain('Mia Mailed');
    for (const { link } of mails) {
      const ticket = new URL(link).searchParams.get('ticket') ?? '';
      expect(ticket.length).toBeGreaterThan(20);
      expect(seen).not.toContain(ticket);
      expect(stack.consoleOutput()).not.toContain(ticket);
      expect((await fetch(link)).status).toBe(200);
    }
    await kelly.reload();
    await kelly.getByRole('button', { name: 'Actions', exact: true }).click();
    await expect(kelly.getByRole('menuitem', { name: 'Send password-reset mail' })).toBeVisible();
    await expect(kelly.getByRole('menuitem', { name: 'Send verification mail' })).toHaveCount(0);
  });

  test('deletes a user with the keyboard alone and is back on the list, where they are gone', async ({
    as,
    stack,
    makeUser,
  }) => {
    const email = `${unique('delete')}@example.com`;
    const { userId, name } = await makeUser({
      email,
      name: 'Dora Deleted',
      app_metadata: { department: 'Finance' },
    });
    await stack.control('PATCH', '/faults', { indexDelayMs: 60_000 });
    const kelly = await as('kelly');
    await kelly.goto(`/users/${encodeURIComponent(userId)}`);
    const actions = kelly.getByRole('button', { name: 'Actions', exact: true });
    await actions.focus();

    async function openDeletion() {
      await kelly.keyboard.press('Enter');
      await expect(kelly.getByRole('menuitem').first()).toBeFocused();
      await kelly.keyboard.press('End');
      await expect(kelly.getByRole('menuitem', { name: 'Delete user' })).toBeFocused();
      await kelly.keyboard.press('Enter');
      await expect(kelly.getByRole('alertdialog', { name: `Delete ${name}?` })).toBeVisible();
      await expect(kelly.getByRole('button', { name: 'Cancel' })).toBeFocused();
    }

    for (const _time of ['first', 'second']) {
      await openDeletion();
      await kelly.keyboard.press('Escape');
      await expect(kelly.getByRole('alertdialog')).toHaveCount(0);
      await expect(actions).toBeFocused();
    }
    expect(await stack.usersByEmail(email)).toHaveLength(1);

    await openDeletion();
    await kelly.keyboard.press('Tab');
    await expect(kelly.getByRole('button', { name: 'Delete user' })).toBeFocused();
    await kelly.keyboard.press('Enter');
    await expect(kelly).toHaveURL(`${stack.appUrl}/users`);
    await expect(kelly.getByText(`${name} was deleted`)).toBeVisible();
    expect(await stack.usersByEmail(email)).toEqual([]);
    await kelly.goto(`/users?q=${encodeURIComponent(email)}`);
    await expect(kelly.getByText(`Nobody matches “${email}”`)).toBeVisible();
  });
});
