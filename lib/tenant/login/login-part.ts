import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { Tenant } from '../management/endpoint.ts';
import type { Clients } from '../oidc/clients.ts';
import type { Part } from '../server/request-listener.ts';
import { sendText } from '../server/send.ts';
import { answerLogin } from './answer-login.ts';
import type { DemoPerson } from './demo-person.ts';
import { errorPage, homePage } from './other-pages.ts';
import { type Page, stylesheetPath } from './page.ts';
import { answerSignOut } from './sign-out.ts';

/** What the tenant's own pages say and offer. */
export interface PageSettings {
  /** The tenant's title, on every page. */
  title: string;
  /** People to sign in as by one click; empty outside the demo. */
  demoPeople: readonly DemoPerson[];
  /** The one password of the demo's people. */
  demoPassword?: string;
}

/** What the login pages work with. */
export interface LoginRoom {
  tenant: Tenant;
  provider: Provider;
  clients: Clients;
  settings: PageSettings;
}

const stylesheet = readFileSync(new URL('./tenant.css', import.meta.url), 'utf8');
const loginPattern = /^\/u\/login\/([\w-]+)$/;

/** Serves the pages that people see: sign-in, sign-out, the front page. */
export function loginPart(room: LoginRoom): Part {
  return async (request, response, { path, query }) => {
    const interactionId = loginPattern.exec(path)?.[1];
    if (interactionId) await answerLogin(room, request, response, interactionId);
    else if (path === '/v2/logout' || path === '/oidc/logout')
      await answerSignOut(room, request, response, path, query);
    else if (path === stylesheetPath) sendStylesheet(response);
    else if (path === '/') sendPage(response, 200, homePage(room.settings.title, room.tenant.issuer));
    else return false;
    return true;
  };
}

export function sendPage(response: ServerResponse, status: number, page: Page): void {
  sendText(response, status, 'text/html', page.html, page.headers);
}

/** Ends a request on the error page; the application is not told, for it may not be the one that asked. */
export function sendErrorPage(
  room: LoginRoom,
  response: ServerResponse,
  status: number,
  description: string,
) {
  sendPage(response, status, errorPage(room.settings.title, description));
}

function sendStylesheet(response: ServerResponse): void {
  sendText(response, 200, 'text/css', stylesheet, { 'cache-control': 'public, max-age=300' });
}
