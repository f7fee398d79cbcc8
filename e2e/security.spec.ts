import type { Page } from '@playwright/test';
import { ask, captureCreate, replay, sessionOf } from './by-hand.ts';
import { expect, test, unique } from './test.ts';

test.describe('requests made by hand', () => {
  test('an action is taken from the console’s own pages and from nowhere else', async ({ as, stack }) => {
    const page = await as('kelly');
    const first = `${unique('own-origin')}@example.com`;
    const call = await captureCreate(page, first, stack.password);
    expect(await stack.usersByEmail(first)).toHaveLength(1);

    const session = await sessionOf(page);
    const send = ({ cookie = session, ...headers }: Record<string, string>, email: string) =>
      replay(stack.appUrl, call, { cookie, headers, body: call.body.replaceAll(first, email) });

    const attempts: [string, Record<string, string>][] = [
      ['a foreign origin', { origin: 'https://evil.example' }],
      ['the origin null', { origin: 'null' }],
      ['no origin', {}],
      [
        'a foreign origin and a forged host',
        { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      ],
      ['another site', { origin: stack.appUrl, 'sec-fetch-site': 'cross-site' }],
      ['nobody signed in', { origin: stack.appUrl, cookie: '' }],
    ];
    for (const [what, extra] of attempts) {
      const email = `${unique('replay')}@example.com`;
      await send(extra, email);
      expect(await stack.usersByEmail(email), what).toEqual([]);
    }
    const email = `${unique('replay')}@example.com`;
    await send({ origin: stack.appUrl }, email);
    expect(await stack.usersByEmail(email)).toHaveLength(1);
  });

  test('Amir looks and changes nothing, not even by sending Kelly’s request as himself', async ({
    as,
    stack,
  }) => {
    const amir = await as('amir');
    await expect(amir.getByRole('table')).toBeVisible();
    await expect(amir.getByRole('link', { name: 'New user' })).toHaveCount(0);
    await amir.goto('/users/new');
    await expect(amir.getByText('Your role does not allow this.')).toBeVisible();

    const kelly = await as('kelly');
    const first = `${unique('amir')}@example.com`;
    const call = await captureCreate(kelly, first, stack.password);
    const email = `${unique('amir')}@example.com`;
    const send = async (page: Page) =>
      replay(stack.appUrl, call, {
        cookie: await sessionOf(page),
        origin: stack.appUrl,
        body: call.body.replaceAll(first, email),
      });
    expect((await send(amir)).text).toContain('Your role does not allow this.');
    expect(await stack.usersByEmail(email)).toEqual([]);
    await send(kelly);
    expect(await stack.usersByEmail(email)).toHaveLength(1);
  });

  test('every page asked without a session, with whatever headers, leads to the sign-in and holds no data', async ({
    stack,
    makeUser,
  }) => {
    const { userId } = await makeUser({
      email: `${unique('hidden')}@example.com`,
      name: 'Hidden Person',
      app_metadata: { department: 'Finance' },
    });
    await stack.control('POST', '/traces', {
      logs: [{ type: 's', user_id: userId, user_name: 'Hidden Person' }],
      devices: [{ user_id: userId, device_name: 'Hidden Person’s phone' }],
    });
    const address = `/users/${encodeURIComponent(userId)}`;
    const forged: Record<string, string>[] = [
      {},
      { rsc: '1' },
      { rsc: '1', 'next-router-prefetch': '1' },
      { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
      { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
      { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
      { 'x-requested-path': '//evil.example' },
      { 'x-middleware-prefetch': '1' },
    ];
    for (const path of [
      '/users',
      `${address}`,
      `${address}/edit`,
      `${address}?tab=devices`,
      `${address}?tab=log`,
      `${address}?tab=history`,
      '/audit',
      '/audit/export',
      '/audit/live',
      '/logs',
      '/logs/export',
      '/users/export',
      '/users/new',
      '/users.rsc',
      `${address}.rsc`,
    ]) {
      for (const headers of forged) {
        const { text, headers: received } = await ask(stack.appUrl + path, { headers });
        expect(text, `${path} ${JSON.stringify(headers)}`).not.toContain('Hidden Person');
        expect(text).not.toContain('Finance');
        expect(received.get('location') ?? stack.appUrl).not.toContain('evil.example/');
      }
    }
  });

  test('what is signed in is kept by no cache, and two people never see each other’s name', async ({
    as,
    stack,
  }) => {
    const [kelly, ivan] = [await as('kelly'), await as('ivan')];
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const [page, own, other] =
          index % 2 === 0 ? [kelly, 'Kelly Brandt', 'Ivan Petrov'] : [ivan, 'Ivan Petrov', 'Kelly Brandt'];
        const answer = await page.request.get('/users?per=10&q=nobody-by-this-name');
        const text = await answer.text();
        return { ok: text.includes(own) && !text.includes(other), cache: answer.headers()['cache-control'] };
      }),
    );
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    for (const { cache } of answers) {
      expect(cache).toContain('private');
      expect(cache).toContain('no-store');
    }
    expect(stack.consoleOutput()).not.toContain(stack.password);
  });
});
