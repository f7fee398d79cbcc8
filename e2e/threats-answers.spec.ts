import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { freePorts, projectFolder, startConsoleProcess } from '../scripts/stack.ts';
import { ask, captureCreate, replay, sessionOf } from './by-hand.ts';
import { expect, test, unique } from './test.ts';

test('every answer is closed to sniffing, framing, caching and telling where one was', async ({
  as,
  stack,
}) => {
  const kelly = await as('kelly');
  const call = await captureCreate(kelly, `${unique('closed')}@example.com`, stack.password);
  const cookie = await sessionOf(kelly);
  const document = await (await kelly.request.get('/users')).text();
  const script = /\/_next\/static\/chunks\/[\w.~-]+\.js/.exec(document)?.[0];
  const answers = {
    page: await ask(`${stack.appUrl}/users`, { headers: { cookie } }),
    data: await ask(`${stack.appUrl}/users`, { headers: { cookie, rsc: '1' } }),
    'no such user': await ask(`${stack.appUrl}/users/auth0%7Cnobody`, { headers: { cookie } }),
    'no such page': await ask(`${stack.appUrl}/nothing`, { headers: { cookie } }),
    'an address that means nothing': await ask(`${stack.appUrl}/users/%ED%A0%80%`, { headers: { cookie } }),
    'signed out': await ask(`${stack.appUrl}/users`),
    action: await replay(stack.appUrl, call, { cookie, origin: stack.appUrl }),
    'sign-in': await ask(`${stack.appUrl}/auth/login`),
    'a sign-in that failed': await ask(`${stack.appUrl}/auth/callback?error=x&error_description=%3Cb%3E`),
    'no such part of the sign-in': await ask(`${stack.appUrl}/auth/profile`, { headers: { cookie } }),
    script: await ask(`${stack.appUrl}${script}`),
  };
  for (const [what, { headers, status, text }] of Object.entries(answers)) {
    expect(headers.get('x-content-type-options'), what).toBe('nosniff');
    expect(headers.get('x-frame-options'), what).toBe('DENY');
    expect(headers.get('referrer-policy'), what).toBe('same-origin');
    expect(headers.get('permissions-policy'), what).toContain('camera=()');
    expect(headers.has('x-powered-by'), what).toBe(false);
    if (what !== 'script') expect(headers.get('cache-control'), what).toContain('no-store');
    if (headers.get('content-type')?.startsWith('text/html')) {
      expect(headers.get('content-security-policy'), what).toContain("frame-ancestors 'none'");
      expect(text, what).not.toContain('<b>');
    }
    expect(status, what).toBe(what === 'a sign-in that failed' ? status : Math.min(status, 499));
  }
  expect(answers.script.status).toBe(200);
  expect(answers['an address that means nothing'].status).toBe(404);
  expect(answers['no such part of the sign-in'].status).toBe(404);
  expect(answers.page.text).toContain('Kelly Brandt');
});

test('a link to the sign-in or out says nothing to the tenant but where one comes back to', async ({
  stack,
}) => {
  const evil = new URLSearchParams({
    returnTo: '/users',
    redirect_uri: 'https://evil.example/',
    client_id: 'evil',
    scope: 'openid offline_access',
    audience: 'https://evil.example/',
    response_mode: 'fragment',
    request_uri: 'https://evil.example/',
    connection: 'evil',
    challengeMode: 'popup',
  });
  const signIn = await ask(`${stack.appUrl}/auth/login?${evil}`);
  const asked = new URL(`${signIn.headers.get('location')}`);
  expect(asked.origin).toBe(stack.tenantUrl);
  expect(asked.href).not.toMatch(/evil|offline_access|fragment|popup/);
  expect(asked.searchParams.get('redirect_uri')).toBe(`${stack.appUrl}/auth/callback`);
  expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
  expect([...asked.searchParams.keys()].toSorted()).toEqual(
    [
      ...new URL(`${(await ask(`${stack.appUrl}/auth/login`)).headers.get('location')}`).searchParams.keys(),
    ].toSorted(),
  );
  const out = await ask(`${stack.appUrl}/auth/logout?${evil}&federated`);
  const leads = new URL(`${out.headers.get('location')}`);
  expect(leads.origin).toBe(stack.tenantUrl);
  expect(leads.href).not.toMatch(/evil|federated/);
  expect(leads.searchParams.get('post_logout_redirect_uri')).toBe(stack.appUrl);
});

test('cookies are out of reach of scripts and other sites, and beyond this machine of plain http', async ({
  as,
  stack,
}) => {
  const kelly = await as('kelly');
  const session = (await kelly.context().cookies()).find(({ name }) => name === '__session');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(await kelly.evaluate(() => document.cookie)).not.toContain('__session');
  expect((await ask(`${stack.appUrl}/users`)).headers.has('strict-transport-security')).toBe(false);

  const [port = 0] = await freePorts(1);
  const started = await startConsoleProcess(
    stack.besides({ PORT: `${port}`, APP_BASE_URL: 'https://console.example.com' }),
  );
  try {
    for (const address of ['/auth/login', '/users']) {
      const { headers } = await ask(`http://localhost:${port}${address}`, {
        headers: { cookie: await sessionOf(kelly) },
      });
      const cookies = headers.getSetCookie().filter((cookie) => !/Max-Age=0/i.test(cookie));
      expect(cookies.length, address).toBeGreaterThan(0);
      for (const cookie of cookies)
        expect(cookie, address).toMatch(
          /; Secure(?=.*; HttpOnly)(?=.*; SameSite=lax)|; HttpOnly(?=.*; Secure)(?=.*; SameSite=lax)/i,
        );
      expect(headers.get('strict-transport-security'), address).toBe('max-age=31536000');
    }
  } finally {
    await started.stop();
  }
});

test('with wrong or missing sign-in settings the server does not start, and says which without their values', async ({
  stack,
}) => {
  const wrong: [string, string, string][] = [
    ['AUTH0_SECRET', '', 'AUTH0_SECRET is missing'],
    ['AUTH0_SECRET', 'short-secret', 'AUTH0_SECRET must have at least 32 characters'],
    ['SIGN_IN', 'none', 'SIGN_IN'],
    ['APP_BASE_URL', 'http://console.example.com', 'must use https beyond this machine'],
  ];
  await Promise.all(
    wrong.map(async ([name, value, sentence]) => {
      const [port = 0] = await freePorts(1);
      const start = startConsoleProcess(stack.besides({ PORT: `${port}`, [name]: value }));
      const message = await start.then(
        async (started) => started.stop().then(() => 'it started'),
        (error: Error) => error.message,
      );
      expect(message).toContain('Steward does not start, because its settings are wrong');
      expect(message).toContain(sentence);
      expect(message).not.toMatch(/short-secret/);
      expect(message).not.toContain(`${stack.variables.AUTH0_CLIENT_SECRET}`);
    }),
  );
});

test('what is sent to browsers holds no secret, no server code and no map of it', async ({ stack }) => {
  const folder = path.join(projectFolder, '.next/static');
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((file) => file.isFile());
  const names = files.map(({ name }) => name);
  expect(names.filter((name) => name.endsWith('.map'))).toEqual([]);
  const text = files
    .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8'))
    .join('\n');
  for (const name of Object.keys(stack.variables).filter((one) => one !== 'PORT')) {
    expect(text.includes(name), name).toBe(false);
  }
  for (const value of [stack.password, `${stack.variables.AUTH0_SECRET}`, projectFolder]) {
    expect(text.includes(value)).toBe(false);
  }
  const serverOnly = [
    'was stopped before it reached the tenant',
    'nobody changes their own roles',
    'more rights in this console than you have',
    'Delegated Admin - ',
    'You can only create users within your own department',
    'client_credentials',
    'sourceMappingURL',
    'quickjs',
  ];
  for (const sentence of serverOnly) expect(text.includes(sentence), sentence).toBe(false);
  // The name of a message that forms ask for; its words come with the page, in the language of its reader.
  expect(text.includes('tooMuchText'), 'what belongs to the browser is found').toBe(true);
});

test('the log names failures and holds nobody’s password, session, secret or address', async ({
  as,
  stack,
}) => {
  const kelly = await as('kelly');
  const email = `${unique('logged')}@example.com`;
  const call = await captureCreate(kelly, email, stack.password);
  const cookie = await sessionOf(kelly);
  await replay(stack.appUrl, call, { cookie, origin: stack.appUrl });
  await replay(stack.appUrl, call, { cookie, origin: stack.appUrl, body: call.body.slice(0, -3) });
  stack.writeHook('write', `(ctx, callback) => { throw new Error('Boom ' + JSON.stringify(ctx.payload)); }`);
  const failed = await replay(stack.appUrl, call, { cookie, origin: stack.appUrl });
  expect(failed.text).toContain('"code":"hook-failed"');
  expect(failed.text).not.toMatch(/node_modules|\.next\/server|\/lib\/users/);
  const output = stack.consoleOutput();
  expect(output).toContain('SyntaxError');
  const secrets = Object.entries(stack.variables).filter(([name]) => /SECRET|PASSWORD/.test(name));
  for (const [name, value] of secrets) expect(output.includes(value), name).toBe(false);
  for (const value of [email, cookie, cookie.slice(-200)]) expect(output.includes(value)).toBe(false);
});
