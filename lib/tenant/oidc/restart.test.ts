import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as eventsAreHandled } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { authorization, exchange, signInAs, tokenRequest } from '../server/testing/code-flow.ts';
import { TestBrowser } from '../server/testing/test-browser.ts';
import { machineToken, startTestTenant } from '../server/testing/test-tenant.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tenant-restart-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a restart keeps sessions, refresh tokens, access tokens and users', async () => {
  const file = path.join(folder, 'tenant.sqlite');
  const before = await startTestTenant({ file });
  const browser = new TestBrowser(before);
  const started = authorization(before, { scope: 'openid offline_access' });
  const back = await signInAs(browser, started, 'kelly@example.com');
  const { body } = await exchange(before, started, back);
  const machine = await machineToken(before);
  const keys = await (await fetch(`${before.url}/.well-known/jwks.json`)).text();
  await before.close();
  // The client's half of each connection learns of the end in the next turn.
  await eventsAreHandled();

  const seedAgain = () => {
    throw new Error('A tenant that was seeded must not be seeded again.');
  };
  const after = await startTestTenant({ file, port: before.port, seed: seedAgain });
  try {
    const silent = await browser.open(authorization(after).url);
    expect(silent.url.searchParams.get('code')).toBeTruthy();
    const refresh = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) };
    expect((await tokenRequest(after, refresh)).status).toBe(200);
    const answer = await fetch(`${after.url}/api/v2/connections`, {
      headers: { authorization: `Bearer ${machine}` },
    });
    expect(answer.status).toBe(200);
    expect(await (await fetch(`${after.url}/.well-known/jwks.json`)).text()).toBe(keys);
  } finally {
    await after.close();
  }
});

test('a tenant without the file knows nothing of the session', async () => {
  const before = await startTestTenant();
  const browser = new TestBrowser(before);
  await signInAs(browser, authorization(before), 'kelly@example.com');
  await before.close();
  await eventsAreHandled();
  const after = await startTestTenant({ port: before.port });
  try {
    expect((await browser.open(authorization(after).url)).text).toContain('<h1>Sign in</h1>');
  } finally {
    await after.close();
  }
});
