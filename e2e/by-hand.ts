import type { Page, Request } from '@playwright/test';
import type { JsonObject } from '#lib/json.ts';
import { unique } from './test.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/**
 * Asks without a browser. What an RSC request is redirected to only because it lacks the key of its headers in
 * the address is asked for as well; every other redirect is an answer.
 */
export async function ask(address: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(address, { ...init, redirect: 'manual' });
  const text = await response.text();
  const location = response.headers.get('location');
  const next = location === null ? undefined : new URL(location, address);
  if (next?.searchParams.has('_rsc') && next.pathname === new URL(address).pathname) {
    if (!new URL(address).searchParams.has('_rsc')) return ask(next.href, init);
  }
  return { status: response.status, headers: response.headers, text };
}

/** The session of the person who is signed in, as a `Cookie` header. */
export async function sessionOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  const ofSession = cookies.filter(({ name }) => /^(__session|steward-session)/.test(name));
  return ofSession.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** Somebody of a department, to be made past the console, with an id of one length. */
export function somebody(department: string, name: string): JsonObject {
  const id = [...unique('')].map((sign) => sign.charCodeAt(0).toString(16)).join('');
  return {
    user_id: `auth0|${id.padStart(24, '0').slice(-24)}`,
    email: `${unique('somebody')}@example.com`,
    name,
    user_metadata: { title: 'Accountant', untouched: { deep: [1] } },
    app_metadata: { department },
  };
}

/** A call of a server action as the browser made it, to be made again by hand. */
export interface CapturedCall {
  path: string;
  body: string;
  headers: { 'next-action': string; 'content-type': string; accept: string };
}

async function captured(request: Request): Promise<CapturedCall> {
  const headers = await request.allHeaders();
  return {
    path: new URL(request.url()).pathname,
    body: request.postData() ?? '',
    headers: {
      'next-action': `${headers['next-action']}`,
      'content-type': `${headers['content-type']}`,
      accept: 'text/x-component',
    },
  };
}

function nextCall(page: Page, holding: string): Promise<Request> {
  return page.waitForRequest(
    (request) =>
      request.headers()['next-action'] !== undefined && (request.postData() ?? '').includes(holding),
  );
}

/** Creates a user in the browser and keeps the call that did it. */
export async function captureCreate(page: Page, email: string, password: string): Promise<CapturedCall> {
  await page.goto('/users/new');
  await page.getByLabel('Display name').fill('Replayed Person');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Repeat password').fill(password);
  const sent = nextCall(page, 'repeatPassword');
  await page.getByRole('button', { name: 'Create user' }).click();
  const call = await captured(await sent);
  await page.waitForURL('**/users');
  return call;
}

/** Changes a user's job title in the browser and keeps the call that did it. */
export async function captureEdit(page: Page, userId: string, title: string): Promise<CapturedCall> {
  await page.goto(`/users/${encodeURIComponent(userId)}/edit`);
  await page.getByLabel('Job title').fill(title);
  const sent = nextCall(page, 'loaded');
  await page.getByRole('button', { name: 'Save changes' }).click();
  const call = await captured(await sent);
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
  return call;
}

/** Makes a captured call again: with somebody’s session, from an origin, with another body. */
export function replay(
  appUrl: string,
  call: CapturedCall,
  more: { cookie?: string; origin?: string; body?: string; headers?: Record<string, string> },
): Promise<Answer> {
  const { cookie = '', origin, body = call.body, headers } = more;
  return ask(appUrl + call.path, {
    method: 'POST',
    headers: { ...call.headers, ...headers, cookie, ...(origin !== undefined && { origin }) },
    body,
  });
}
