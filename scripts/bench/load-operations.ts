import { chromium } from '@playwright/test';
import { browserLaunchOptions } from '../../e2e/browser.ts';
import { type CapturedCall, captureCreate } from '../../e2e/by-hand.ts';
import { signIn } from '../../e2e/test.ts';
import type { StartedProcess, Variables } from '../stack.ts';
import type { LoadManager } from './load-managers.ts';

/** One console that is under load. */
export interface Server {
  url: string;
  process: StartedProcess;
}

/** What a manager does over and over; `mixed` is nine lists and then one new user. */
export type Kind = 'list' | 'create' | 'mixed';

const capturedEmail = 'captured-for-load@example.com';
let createdCount = 0;

/** The call that the browser makes for a new user, to be made again with other addresses. */
export async function capturedCreate(appUrl: string, variables: Variables): Promise<CapturedCall> {
  const browser = await chromium.launch(await browserLaunchOptions());
  try {
    const page = await (await browser.newContext({ baseURL: appUrl })).newPage();
    await signIn(page, 'kelly', `${variables.DEMO_PASSWORD}`);
    return await captureCreate(page, capturedEmail, 'Correct-Horse-Load-1');
  } finally {
    await browser.close();
  }
}

/**
 * Asks for the list.
 * @throws Error when it does not come, or with nobody in it
 */
export async function listOnce(url: string, { cookie }: LoadManager): Promise<void> {
  const answer = await fetch(`${url}/users`, { headers: { cookie } });
  const text = await answer.text();
  if (!text.includes('href="/users/auth0')) throw failure('The list', answer.status, text);
}

async function createOnce(url: string, { cookie }: LoadManager, call: CapturedCall): Promise<void> {
  createdCount += 1;
  const answer = await fetch(url + call.path, {
    method: 'POST',
    headers: { ...call.headers, cookie, origin: url, 'sec-fetch-site': 'same-origin' },
    body: call.body.replaceAll(capturedEmail, `load-made-${createdCount}@example.com`),
  });
  const text = await answer.text();
  if (!text.includes('"ok":true')) throw failure('A new user', answer.status, text);
}

/** Does what this kind of load does in this round. */
export function operate(
  kind: Kind,
  round: number,
  url: string,
  manager: LoadManager,
  call: CapturedCall,
): Promise<void> {
  const creates = kind === 'create' || (kind === 'mixed' && round % 10 === 9);
  return creates ? createOnce(url, manager, call) : listOnce(url, manager);
}

/** What went wrong, in the words of the action's problem or of the page, whose own come last in its stream. */
function failure(what: string, status: number, text: string): Error {
  const words =
    /"message":"([^"]+)"/.exec(text)?.[1] ??
    text.replaceAll(/<(script|style|svg)\b.*?<\/\1>/gs, ' ').replaceAll(/<[^>]*>/g, ' ');
  return new Error(`${what} failed (${status}): ${words.replaceAll(/\s+/g, ' ').trim().slice(-400)}`);
}
