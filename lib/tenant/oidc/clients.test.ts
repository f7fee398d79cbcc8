import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as eventsAreHandled } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { machineClient, machineToken, startTestTenant, webClient } from '../server/testing/test-tenant.ts';
import type { RunningTenant } from '../start-tenant.ts';

const scopes = [
  'create:clients',
  'read:clients',
  'update:clients',
  'create:client_grants',
  'read:client_keys',
];
const clients = [webClient, { ...machineClient, scopes }];

async function call(
  tenant: RunningTenant,
  method: string,
  pathname: string,
  body?: object,
): Promise<JsonObject> {
  const answer = await fetch(`${tenant.url}/api/v2${pathname}`, {
    method,
    headers: {
      authorization: `Bearer ${await machineToken(tenant)}`,
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  return answer.json();
}

test('a restart keeps clients that the API made, and what it added to those of the start', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'clients-'));
  const options = { file: path.join(folder, 'tenant.sqlite'), clients };
  const before = await startTestTenant(options);
  const audience = `${before.issuer}api/v2/`;
  const made = await call(before, 'POST', '/clients', { name: 'Made', app_type: 'non_interactive' });
  await call(before, 'POST', '/client-grants', {
    client_id: made.client_id,
    audience,
    scope: ['read:users'],
  });
  const callbacks = [...(webClient.callbacks ?? []), 'https://added.example.com/callback'];
  await call(before, 'PATCH', `/clients/${webClient.client_id}`, { callbacks });
  await before.close();
  // The client's half of each connection learns of the end in the next turn.
  await eventsAreHandled();

  const after = await startTestTenant({ ...options, port: before.port });
  try {
    const token = await fetch(`${after.url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: String(made.client_id),
        client_secret: String(made.client_secret),
        audience,
      }),
    });
    expect(await token.json()).toMatchObject({ scope: 'read:users' });
    const web = await call(after, 'GET', `/clients/${webClient.client_id}`);
    expect(web).toMatchObject({ callbacks });
    expect(web).not.toHaveProperty('client_secret');
  } finally {
    await after.close();
    rmSync(folder, { recursive: true });
  }
});
