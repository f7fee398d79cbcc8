import type { JsonObject } from '#lib/json.ts';
import { expect, test, unique } from './test.ts';

/** An entry about one user, a minute old or more. */
function entry(type: string, userId: string, name: string, more: JsonObject = {}): JsonObject {
  return { type, user_id: userId, user_name: name, client_name: 'Portal', ...more };
}

test.describe('the tenant’s log', () => {
  test('Olga filters by event and user, opens an entry, and the address keeps what she asked', async ({
    as,
    makeUser,
    stack,
  }) => {
    const { userId, email } = await makeUser({
      email: `${unique('log')}@example.com`,
      name: 'Lotte Log',
      app_metadata: { department: 'HR' },
    });
    await stack.control('POST', '/traces', {
      logs: [
        entry('fp', userId, email, { description: 'Wrong email or password.', ip: '203.0.113.5' }),
        entry('s', userId, email, { details: { access_token: 'never-shown-anywhere' } }),
      ],
    });
    const page = await as('olga');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Log' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Log' })).toBeVisible();
    await expect(page.getByRole('row').nth(5)).toBeVisible();
    await page.getByLabel('User', { exact: true }).fill(email);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row')).toHaveCount(3);
    await page.getByLabel('Event').selectOption({ label: 'Sign-in failed: wrong password' });
    await expect(page.getByRole('row')).toHaveCount(2);
    await expect(page).toHaveURL(/event=fp/);
    await page.goBack();
    await expect(page.getByRole('row')).toHaveCount(3);
    await expect(page.getByLabel('Event')).toHaveValue('');
    await page.getByRole('link', { name: 'Signed in', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signed in');
    await expect(page.getByText('[hidden]')).toBeVisible();
    expect(await page.content()).not.toContain('never-shown-anywhere');
    await page.getByRole('link', { name: 'All entries about this user' }).click();
    await expect(page.getByRole('row')).toHaveCount(3);
    await page.getByLabel('User', { exact: true }).fill('nobody-of-this-name');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'No entry fits' })).toBeVisible();
  });

  test('an Operator of Finance sees Finance alone: in the page, its data and the file', async ({
    as,
    makeUser,
    stack,
  }) => {
    const own = await makeUser({
      email: `${unique('own')}@example.com`,
      name: 'Fina Finance',
      app_metadata: { department: 'Finance' },
    });
    const foreign = await makeUser({
      email: `${unique('foreign')}@example.com`,
      name: 'Hidden Human',
      app_metadata: { department: 'HR' },
    });
    const mark = unique('mark');
    await stack.control('POST', '/traces', {
      logs: [
        entry('s', own.userId, own.email, { client_name: mark, description: '=1+1' }),
        entry('fp', foreign.userId, foreign.email, { client_name: mark }),
        entry('sapi', own.userId, own.email, {
          client_name: mark,
          details: { request: { path: `/api/v2/users/${foreign.userId}`, body: { name: 'Hidden Human' } } },
        }),
        { type: 'fu', user_name: 'stranger@example.com', client_name: mark },
      ],
    });
    const asFinance = `(ctx, callback) => callback(null, 'app_metadata.department:"Finance"')`;
    const access = `(ctx, callback) => callback(
      ctx.payload.user.app_metadata && ctx.payload.user.app_metadata.department === 'Finance' ? null : 'No.')`;
    const page = await as('olga');
    stack.writeHook('filter', asFinance);
    stack.writeHook('access', access);
    const query = `?client=${mark}`;
    await page.goto(`/logs${query}`);
    await expect(page.getByRole('row')).toHaveCount(3);
    const texts = [
      await (await page.request.get(`/logs${query}`)).text(),
      await (await page.request.get(`/logs${query}`, { headers: { rsc: '1' } })).text(),
      await (await page.request.get(`/logs/export${query}`)).text(),
    ];
    await page.getByRole('link', { name: 'Changed by the Management API' }).click();
    await expect(page.getByText('It may tell of others, whom you do not manage.')).toBeVisible();
    texts.push(await page.content());
    for (const text of texts) {
      expect(text).toContain('Fina Finance');
      for (const secret of [foreign.email, foreign.userId, 'Hidden Human', 'stranger@']) {
        expect(text).not.toContain(secret);
      }
    }
    expect(texts[2]).toContain(",'=1+1,");
    expect(texts[2]?.trim().split('\r\n')).toHaveLength(3);
  });

  test('Kelly has no way to it: no entry in the navigation, no page, no file', async ({ as }) => {
    const page = await as('kelly');
    const main = page.getByRole('navigation', { name: 'Main' });
    await expect(main.getByRole('link', { name: 'Users' })).toBeVisible();
    await expect(main.getByRole('link', { name: 'Log' })).toHaveCount(0);
    await page.goto('/logs');
    await expect(page.getByText('Your role does not allow this.')).toBeVisible();
    const file = await page.request.get('/logs/export');
    expect([file.status(), (await file.text()).includes('Time (UTC)')]).toEqual([403, false]);
    const whole = await as('ivan');
    const served = await whole.request.get('/logs/export?period=hour');
    expect(served.headers()).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'private, no-store',
    });
    expect((await served.text()).split('\r\n')[0]).toContain('Time (UTC),Event,Code,User');
  });
});
