import { createHash, randomBytes } from 'node:crypto';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import type { RunningTenant } from '../../start-tenant.ts';
import type { TestBrowser, Visit } from './test-browser.ts';
import { testPassword, webClient } from './test-tenant.ts';

/** One authorization with PKCE, as an application starts it. */
export interface Authorization {
  verifier: string;
  url: URL;
}

export function authorization(tenant: RunningTenant, extra: Record<string, string> = {}): Authorization {
  const verifier = randomBytes(32).toString('base64url');
  const url = new URL('/authorize', tenant.url);
  url.search = new URLSearchParams({
    client_id: webClient.client_id,
    response_type: 'code',
    redirect_uri: webClient.callbacks?.[0] ?? '',
    scope: 'openid profile email',
    state: 'state-of-the-test',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...extra,
  }).toString();
  return { verifier, url };
}

/** Signs in on the login page and answers where the browser ended. */
export async function signInAs(
  browser: TestBrowser,
  { url }: Authorization,
  identifier: string,
  password = testPassword,
): Promise<Visit> {
  return browser.submit(await browser.open(url), { identifier, password });
}

/** Exchanges the code that the browser came back with. */
export async function exchange(
  tenant: RunningTenant,
  { verifier }: Authorization,
  visit: Visit,
  extra: Record<string, string> = {},
): Promise<{ status: number; body: JsonObject }> {
  return tokenRequest(tenant, {
    grant_type: 'authorization_code',
    code: visit.url.searchParams.get('code') ?? '',
    redirect_uri: webClient.callbacks?.[0] ?? '',
    code_verifier: verifier,
    ...extra,
  });
}

/** Asks `/oauth/token` as the web client, by form. */
export async function tokenRequest(tenant: RunningTenant, fields: Record<string, string>) {
  const answer = await fetch(`${tenant.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: webClient.client_id,
      client_secret: webClient.client_secret,
      ...fields,
    }),
  });
  const body: unknown = await answer.json();
  return { status: answer.status, body: isJsonObject(body) ? body : {} };
}

/** What a JWT says; its signature is not looked at. */
export function claimsOf(token: unknown): JsonObject {
  const claims: unknown = JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString());
  return isJsonObject(claims) ? claims : {};
}
