import { freePorts, startConsoleProcess } from '../scripts/stack.ts';
import { ask, captureCreate, replay, sessionOf } from './by-hand.ts';
import { expect, pickPerson, test } from './oidc-test.ts';
import { unique } from './test.ts';
import { expectRefusalsWithoutProxy } from './without-proxy.ts';

test('without proxy.ts every page and action still refuses whoever is not signed in or may not', async ({
  as,
  stack,
  makeUser,
}) => {
  await expectRefusalsWithoutProxy({ as, stack, makeUser });
});

test('a session counts only as it was given: whole, for this console, and with a request of its own pages', async ({
  as,
  stack,
  page,
}) => {
  const kelly = await as('kelly');
  const first = `${unique('own')}@example.com`;
  const call = await captureCreate(kelly, first, stack.password);
  const cookie = await sessionOf(kelly);
  const value = cookie.slice('steward-session='.length);
  await page.goto('/users');
  const begun = (await page.context().cookies()).find(({ name }) => name.startsWith('steward-sign-in.'));
  const { state } = JSON.parse(Buffer.from(`${begun?.value}`, 'base64url').toString());
  const create = async (more: Parameters<typeof replay>[2]) => {
    const email = `${unique('own')}@example.com`;
    await replay(stack.appUrl, call, { ...more, body: call.body.replaceAll(first, email) });
    return (await stack.usersByEmail(email)).length;
  };
  const origin = stack.appUrl;
  for (const [what, more] of [
    ['nobody', { origin }],
    ['a forged session', { origin, cookie: 'steward-session=forged' }],
    ['half a session', { origin, cookie: cookie.slice(0, -9) }],
    ['a cookie of another kind', { origin, cookie: `steward-session=${state}` }],
    ['a session in another header', { origin, headers: { authorization: `Bearer ${value}` } }],
    ['the origin null', { origin: 'null', cookie }],
    ['a foreign origin', { origin: 'https://evil.example', cookie }],
    [
      'a foreign origin and host',
      { origin: 'https://evil.example', cookie, headers: { 'x-forwarded-host': 'evil.example' } },
    ],
    ['no origin', { cookie }],
  ] as const) {
    expect(await create(more), what).toBe(0);
  }
  expect(await create({ origin, cookie })).toBe(1);
  expect(stack.consoleOutput()).not.toContain(value.slice(-100));
});

test('a forged host or link changes neither where people sign in nor where they come back to', async ({
  stack,
  company,
}) => {
  const evil = new URLSearchParams({
    returnTo: '//evil.example/',
    callbackUrl: 'https://evil.example/',
    redirect_uri: 'https://evil.example/',
    client_id: 'evil',
    scope: 'openid evil',
    prompt: 'none',
    login_hint: 'evil',
  });
  const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', host: 'evil.example' };
  const answer = await ask(`${stack.appUrl}/auth/login?${evil}`, { headers });
  const asked = new URL(`${answer.headers.get('location')}`);
  expect(asked.origin).toBe(company.issuer.url);
  expect(asked.href).not.toContain('evil');
  expect(asked.searchParams.get('redirect_uri')).toBe(`${stack.appUrl}/auth/callback/oidc`);
  for (const cookie of answer.headers.getSetCookie()) {
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/);
    expect(Buffer.from(cookie, 'base64url').toString()).not.toContain('evil');
  }
  for (const path of [
    '/auth/signin',
    '/auth/signin/oidc',
    '/auth/session',
    '/auth/providers',
    '/auth/csrf',
    '/auth/error',
    '/auth/signout',
    '/auth/callback',
  ]) {
    expect((await ask(stack.appUrl + path)).status, path).toBe(404);
  }
  for (const query of [
    '',
    '?code=x',
    '?code=x&state=y',
    '?error=x&error_description=%3Cb%3E',
    '?state=%00',
  ]) {
    const failed = await ask(`${stack.appUrl}/auth/callback/oidc${query}`);
    expect(failed.headers.get('location'), query).toBe(
      `${stack.appUrl}/sign-in-failed?why=expired&returnTo=%2F`,
    );
    expect(failed.headers.getSetCookie(), query).toEqual([]);
  }
});

test('a background request never begins a sign-in beside the one that a person makes', async ({ page }) => {
  await page.goto('/users?q=anna');
  const status = await page.request
    .get('/auth/login', { headers: { 'sec-fetch-dest': 'empty' }, maxRedirects: 0 })
    .then((answer) => answer.status());
  expect(status).toBe(401);
  await pickPerson(page, 'kelly');
  await expect(page.getByRole('banner').getByText('Kelly Brandt')).toBeVisible();
});

test('what is signed in is kept by no cache, and two people never see each other’s name', async ({ as }) => {
  const [kelly, ivan] = [await as('kelly'), await as('ivan')];
  const look = async (_: unknown, index: number) => {
    const [page, own, other] =
      index % 2 === 0 ? [kelly, 'Kelly Brandt', 'Ivan Petrov'] : [ivan, 'Ivan Petrov', 'Kelly Brandt'];
    const answer = await page.request.get('/users?per=10&q=nobody-by-this-name');
    const text = await answer.text();
    return { ok: text.includes(own) && !text.includes(other), cache: answer.headers()['cache-control'] };
  };
  const answers = [];
  for (let round = 0; round < 10; round += 1) {
    answers.push(...(await Promise.all(Array.from({ length: 20 }, look))));
  }
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  for (const { cache } of answers) expect(cache).toMatch(/private.*no-store/);
});

test('sign-out lands where the settings hook says, and on the console’s own page where that is no address', async ({
  as,
  stack,
}) => {
  const cookie = await sessionOf(await as('kelly'));
  const landsAfter = async (logoutUrl: string) => {
    stack.writeHook('settings', `(ctx, callback) => callback(null, { dict: { logoutUrl: ${logoutUrl} } })`);
    const out = await ask(`${stack.appUrl}/auth/logout`, { headers: { cookie } });
    const [landing = ''] = out.headers.getSetCookie().filter((one) => one.startsWith('steward-landing='));
    const [pair = ''] = landing.split(';');
    return (await ask(stack.appUrl, { headers: { cookie: pair } })).headers.get('location');
  };
  expect(await landsAfter(`'https://intranet.example.com/' + ctx.request.user.app_metadata.department`)).toBe(
    'https://intranet.example.com/Finance',
  );
  expect(await landsAfter(`'javascript:alert(1)'`)).toBe(`${stack.appUrl}/signed-out`);
  expect(await landsAfter(`'http://evil.example/'`)).toBe(`${stack.appUrl}/signed-out`);
  stack.writeHook('settings', `(ctx, callback) => { throw new Error('broken'); }`);
  const out = await ask(`${stack.appUrl}/auth/logout`, { headers: { cookie } });
  expect(out.status).toBe(302);
});

test('with wrong settings the server does not start; with https its cookies go over nothing else', async ({
  stack,
  company,
}) => {
  const [port = 0] = await freePorts(1);
  const start = (more: Record<string, string>) =>
    startConsoleProcess(stack.besides({ PORT: `${port}`, ...more }));
  const elsewhere = company.issuer.url.replace('localhost', '127.0.0.1');
  for (const [more, sentence] of [
    [{ OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET is missing'],
    [{ OIDC_ISSUER: 'http://login.example.com' }, 'OIDC_ISSUER must be an https address'],
    [{ OIDC_ISSUER: elsewhere }, `the provider there calls itself ${company.issuer.url}`],
  ] as const) {
    await expect(start(more)).rejects.toThrow(sentence);
  }
  const started = await start({ APP_BASE_URL: 'https://console.example.com', AUTH0_CLIENT_ID: '' });
  try {
    const { headers } = await ask(`http://localhost:${port}/auth/login`);
    const [cookie = '', ...others] = headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-steward-sign-in\.[\w-]+=[\w-]+; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(others).toEqual([]);
    expect(new URL(`${headers.get('location')}`).searchParams.get('redirect_uri')).toBe(
      'https://console.example.com/auth/callback/oidc',
    );
  } finally {
    await started.stop();
  }
});
