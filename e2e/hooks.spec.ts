import { ask, replay, sessionOf } from './by-hand.ts';
import { expect, test } from './test.ts';

/** As a document, as data for the page, and ahead of it. */
const waysToAsk: Record<string, string>[] = [{}, { RSC: '1' }, { RSC: '1', 'Next-Router-Prefetch': '1' }];

/** A hook that refuses on its second line, and logs first. */
const refusing = `function (ctx, callback) {
  ctx.log('asked by', ctx.request.user.email);
  return callback(new Error('Nobody is created on a ' + ctx.payload.day + '.'));
}`;

test('Ivan tries a change to a hook, finds its fault, and nothing of it is kept', async ({ as, stack }) => {
  stack.removeHook('customDomain');
  const page = await as('ivan');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Hooks' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hooks' })).toBeVisible();
  await expect(page.getByRole('row', { name: /customDomain.*Not there/ })).toBeVisible();
  await page.getByRole('row', { name: /^write/ }).click();
  await page.waitForURL('**/hooks/write');
  await expect(page.getByText('Can be read')).toBeVisible();

  const text = page.getByLabel('Text', { exact: true });
  const ctx = page.getByLabel('ctx', { exact: true });
  await expect(text).toBeEnabled();
  await page.getByRole('button', { name: 'Try' }).click();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('nina@example.com');

  await text.fill(refusing);
  await ctx.fill('{ "payload": { "day": "Sunday" ');
  await page.getByRole('button', { name: 'Try' }).click();
  await expect(ctx).toHaveAccessibleDescription(/This is no JSON/);
  await ctx.fill(
    '{ "request": { "user": { "email": "ivan@example.com" } }, "payload": { "day": "Sunday" } }',
  );
  await ctx.press('Control+Enter');
  await expect(page.getByText('Nobody is created on a Sunday.')).toBeVisible();
  await expect(page.getByText('asked by ivan@example.com')).toBeVisible();

  await text.fill('function (ctx, callback) {\n  nobody.home();\n}');
  await page.getByRole('button', { name: 'Try' }).click();
  await page.getByRole('button', { name: /^Go to line 2/ }).click();
  await expect(text).toBeFocused();
  const before = await text.evaluate((area: HTMLTextAreaElement) => area.value.slice(0, area.selectionStart));
  expect(before.split('\n')).toHaveLength(2);

  await page.getByRole('link', { name: 'Hooks' }).first().click();
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await page.waitForURL('**/hooks');
  await page.goto('/hooks/write');
  await expect(text).not.toHaveValue(/nobody\.home/);
  expect(stack.consoleOutput()).not.toContain('nobody.home');
});

test('a hook that cannot be read is named in the list, and says where it fails', async ({ as, stack }) => {
  stack.writeHook('filter', 'function (ctx, callback) {\n  callback(null;\n}');
  const page = await as('ivan');
  await page.goto('/hooks');
  await page.getByRole('row', { name: /filter.*Cannot be read/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be read at line 2' })).toBeVisible();
});

test('hooks are for Administrators: others see no link, no page and no answer of the action', async ({
  as,
  stack,
}) => {
  const ivan = await as('ivan');
  await ivan.goto('/hooks/write');
  await expect(ivan.getByLabel('Text', { exact: true })).toBeEnabled();
  const sent = ivan.waitForRequest((request) => request.headers()['next-action'] !== undefined);
  await ivan.getByRole('button', { name: 'Try' }).click();
  const request = await sent;
  const headers = await request.allHeaders();
  const cookieOfIvan = await sessionOf(ivan);
  const seen = await ask(`${stack.appUrl}/hooks/write`, { headers: { cookie: cookieOfIvan } });
  expect(seen.text).toContain(stack.hooksFolder);
  expect(seen.text).toContain('callback(');
  const call = {
    path: '/hooks/write',
    body: request.postData() ?? '',
    headers: {
      'next-action': `${headers['next-action']}`,
      'content-type': `${headers['content-type']}`,
      accept: 'text/x-component',
    },
  };
  const origin = stack.appUrl;
  const answer = await replay(origin, call, { cookie: await sessionOf(ivan), origin });
  expect(answer.text).toContain('nina@example.com');

  for (const person of ['kelly', 'olga'] as const) {
    const page = await as(person);
    await expect(
      page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Hooks' }),
    ).toHaveCount(0);
    const cookie = await sessionOf(page);
    for (const path of ['/hooks', '/hooks/write']) {
      await page.goto(path);
      await expect(page.getByText('Your role does not allow this.')).toBeVisible();
      for (const rsc of waysToAsk) {
        const { text } = await ask(origin + path, { headers: { cookie, ...rsc } });
        // The words of the page travel with every page; the hooks' files and texts do not.
        expect(text.includes(stack.hooksFolder), `${person} ${path}`).toBe(false);
        expect(text.includes('callback('), `${person} ${path}`).toBe(false);
      }
    }
    const refused = await replay(origin, call, { cookie, origin });
    expect(refused.text).toContain('not-allowed');
    expect(refused.text).not.toContain('nina@example.com');
  }
});
