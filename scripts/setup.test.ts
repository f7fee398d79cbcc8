import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { managementScopes } from '#lib/auth0/scopes.ts';
import { parseEnvironment } from '#lib/env.ts';
import { TestBrowser } from '#lib/tenant/server/testing/test-browser.ts';
import { baseUrl, everything, file, setUp, tenant, withNewTenant } from '#lib/testing/setup-world.ts';
import { roleNames } from '#lib/users/roles.ts';

withNewTenant();

const allScopes = managementScopes.map(({ scope }) => scope);

const variables = () => parseEnv(readFileSync(file, 'utf8'));

const clientNamed = async (name: string) =>
  (await tenant.ask('GET', '/clients')).find((client: { name: string }) => client.name === name);

describe('npm run setup', () => {
  test('makes clients, grant, roles and env file in a new tenant, and tries every scope', async () => {
    const token = await tenant.token();
    const { exitCode, output } = await setUp([], token);
    expect(output).toContain('Ready.');
    expect(exitCode).toBe(0);

    expect(await clientNamed('Steward')).toMatchObject({
      app_type: 'regular_web',
      callbacks: [`${baseUrl}/auth/callback`],
      allowed_logout_urls: [baseUrl],
    });
    const management = await clientNamed('Steward (Management API)');
    expect(management).toMatchObject({ app_type: 'non_interactive', grant_types: ['client_credentials'] });
    const grants = await tenant.ask('GET', `/client-grants?client_id=${management.client_id}`);
    expect(grants).toMatchObject([{ audience: `${tenant.url}/api/v2/` }]);
    expect(grants[0].scope.toSorted()).toEqual(allScopes.toSorted());
    const roles = await tenant.ask('GET', '/roles');
    expect(roles.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining([...roleNames]));
    const signIn = { client_id: (await clientNamed('Steward')).client_id };
    expect(await tenant.ask('GET', '/connections/con_main/clients')).toEqual({ clients: [signIn] });
    expect(await tenant.ask('GET', '/connections/con_g/clients')).toEqual({ clients: [] });

    expect(parseEnvironment(variables())).toMatchObject({
      APP_BASE_URL: baseUrl,
      AUTH0_CLIENT_ID: signIn.client_id,
      AUTH0_MANAGEMENT_CLIENT_ID: management.client_id,
      tenantOrigin: tenant.url,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const secrets = [
      token,
      ...['AUTH0_CLIENT_SECRET', 'AUTH0_MANAGEMENT_CLIENT_SECRET', 'AUTH0_SECRET'].map(
        (name) => variables()[name],
      ),
    ];
    for (const secret of secrets) {
      expect(secret?.length).toBeGreaterThanOrEqual(32);
      expect(output).not.toContain(secret);
    }
    expect(readFileSync(file, 'utf8')).not.toContain(token);
  });

  test('makes a client that people sign in through', async () => {
    await setUp();
    const person = { email: 'kelly@example.com', password: 'Paper-Lantern-42' };
    await tenant.ask('POST', '/users', { ...person, connection: 'People' });
    const { AUTH0_CLIENT_ID: clientId = '', AUTH0_CLIENT_SECRET: clientSecret = '' } = variables();
    const redirect = `${baseUrl}/auth/callback`;
    const verifier = 'a-verifier-that-is-long-enough-for-the-standard';
    const authorize = new URL('/authorize', tenant.url);
    authorize.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirect,
      response_type: 'code',
      scope: 'openid email',
      state: 's',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }).toString();
    const browser = new TestBrowser(tenant);
    const page = await browser.open(authorize);
    const back = await browser.submit(page, { identifier: person.email, password: person.password });
    expect(back.url.href).toContain(redirect);
    const answer = await fetch(`${tenant.url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: clientId,
        client_secret: clientSecret,
        code: back.url.searchParams.get('code') ?? '',
        redirect_uri: redirect,
        code_verifier: verifier,
      }),
    });
    expect(await answer.json()).toMatchObject({ id_token: expect.any(String) });
  });

  test('run twice changes nothing and says so', async () => {
    await setUp();
    const before = { tenant: await everything(), file: readFileSync(file, 'utf8') };
    const { exitCode, output } = await setUp();
    expect(output).toContain('Nothing to change');
    expect(exitCode).toBe(0);
    expect({ tenant: await everything(), file: readFileSync(file, 'utf8') }).toEqual(before);
  });

  test('with its env file lost finds its own clients again, and takes no other of the same name', async () => {
    await tenant.ask('POST', '/clients', { name: 'Steward', app_type: 'regular_web' });
    await setUp();
    const before = { tenant: await everything(), variables: variables() };
    rmSync(file);
    expect((await setUp()).exitCode).toBe(0);
    expect(await everything()).toEqual(before.tenant);
    expect(variables()).toEqual({ ...before.variables, AUTH0_SECRET: expect.any(String) });
  });

  test('keeps every line of the env file that is not its own, and closes the file to others', async () => {
    const secret = 'a-session-secret-that-is-kept-as-it-is';
    const lines = [
      `# ours`,
      `HOOKS_DIR=/srv/hooks`,
      `AUTH0_CLIENT_ID=somebody`,
      `export PORT=3100`,
      `AUTH0_SECRET=${secret}`,
    ];
    writeFileSync(file, `${lines.join('\n')}\n`);
    chmodSync(file, 0o644);
    await setUp();
    const written = readFileSync(file, 'utf8').split('\n');
    expect(written.filter((line) => lines.includes(line))).toEqual(
      lines.filter((line) => !line.includes('somebody')),
    );
    expect(written.filter((line) => line.startsWith('AUTH0_CLIENT_ID='))).toHaveLength(1);
    expect(variables()).toMatchObject({ PORT: '3100', AUTH0_SECRET: secret });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('mends what was changed since, one step for each thing', async () => {
    await setUp();
    const signIn = await clientNamed('Steward');
    const management = await clientNamed('Steward (Management API)');
    const [grant] = await tenant.ask('GET', `/client-grants?client_id=${management.client_id}`);
    await tenant.ask('PATCH', `/clients/${signIn.client_id}`, {
      callbacks: ['https://other.example.com/cb'],
    });
    const scope = [...allScopes.filter((one) => one !== 'read:logs'), 'delete:clients'];
    await tenant.ask('PATCH', `/client-grants/${grant.id}`, { scope });
    const { exitCode, output } = await setUp();
    expect(exitCode).toBe(0);
    expect(output).toContain(`1. Add to the client “Steward” the callback address ${baseUrl}/auth/callback.`);
    expect(output).toContain(
      '2. Change the scopes of “Steward (Management API)”: add read:logs; take away delete:clients',
    );
    expect(output).not.toContain('  3. ');
    expect((await clientNamed('Steward')).callbacks).toEqual([
      'https://other.example.com/cb',
      `${baseUrl}/auth/callback`,
    ]);
    const [mended] = await tenant.ask('GET', `/client-grants?client_id=${management.client_id}`);
    expect(mended.scope.toSorted()).toEqual(allScopes.toSorted());
  });

  test('adds what is missing to clients that somebody else made, and takes nothing from them', async () => {
    const web = await tenant.ask('POST', '/clients', { name: 'Ours', app_type: 'regular_web' });
    const machine = await tenant.ask('POST', '/clients', { name: 'Ours too', app_type: 'non_interactive' });
    const audience = `${tenant.url}/api/v2/`;
    await tenant.ask('POST', '/client-grants', {
      client_id: machine.client_id,
      audience,
      scope: ['read:stats', 'read:users'],
    });
    writeFileSync(
      file,
      `AUTH0_CLIENT_ID=${web.client_id}\nAUTH0_MANAGEMENT_CLIENT_ID=${machine.client_id}\n`,
    );
    expect((await setUp()).exitCode).toBe(0);
    const [grant] = await tenant.ask('GET', `/client-grants?client_id=${machine.client_id}`);
    expect(grant.scope.toSorted()).toEqual([...allScopes, 'read:stats'].toSorted());
    expect(await clientNamed('Steward')).toBeUndefined();
    expect(variables().AUTH0_CLIENT_SECRET).toBe(web.client_secret);
  });

  test('enables the connections that are named, and says which there are when one is not', async () => {
    const before = await everything();
    const wrong = await setUp(['--connections', 'google,Nowhere']);
    expect(wrong.exitCode).toBe(1);
    expect(wrong.output).toContain(
      'The tenant has no connection “Nowhere”. Its connections are: google, People. Nothing was changed.',
    );
    expect(await everything()).toEqual(before);
    expect((await setUp(['--connections', 'google'])).exitCode).toBe(0);
    expect((await tenant.ask('GET', '/connections/con_g/clients')).clients).toHaveLength(1);
    expect((await setUp()).output).toContain('Nothing to change');
    expect((await tenant.ask('GET', '/connections/con_main/clients')).clients).toHaveLength(0);
  });

  test('with a sign-in at another provider makes no client for it', async () => {
    const { exitCode, output } = await setUp(['--sign-in', 'oidc']);
    expect(output).toContain('Ready.');
    expect(exitCode).toBe(0);
    expect(await clientNamed('Steward')).toBeUndefined();
    expect(await clientNamed('Steward (Management API)')).toBeDefined();
    expect(variables()).toMatchObject({ SIGN_IN: 'oidc', AUTH0_MANAGEMENT_CLIENT_ID: expect.any(String) });
    expect(variables()).not.toHaveProperty('AUTH0_CLIENT_ID');
    expect((await tenant.ask('GET', '/connections/con_main/clients')).clients).toEqual([]);
    expect((await setUp()).output).toContain('Nothing to change');
  });
});
