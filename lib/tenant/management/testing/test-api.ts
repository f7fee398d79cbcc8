import { passwordRealmGrant } from '../../oidc/client.ts';
import { seedDemo } from '../../seed/seed-demo.ts';
import { everyScope } from '../../server/demo-clients.ts';
import { startTenant } from '../../start-tenant.ts';
import { allEndpoints } from '../all-endpoints.ts';
import { departureFromDescription } from './open-api.ts';

export const testPassword = 'Paper-Lantern-42';
const controlSecret = 'control-secret-of-the-tests';
const web = { client_id: 'web', client_secret: 'web-secret' };
const machine = { client_id: 'machine', client_secret: 'machine-secret' };

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The answer's JSON. Its shape is Auth0's: every 2xx answer has been checked against the OpenAPI description. */
  body: ReturnType<typeof JSON.parse>;
}

export interface TestApi {
  url: string;
  /** Asks the Management API; `pathname` without `/api/v2`, with its query. */
  call(method: string, pathname: string, body?: object): Promise<Answer>;
  control(method: string, pathname: string, body?: object): Promise<Answer>;
  /** Puts a user in past the rules of the API and answers the id. */
  putUser(attributes: object): Promise<string>;
  /** Signs a user of the main connection in without a browser; answers with tokens. */
  signIn(username: string, password?: string): Promise<Answer>;
  refresh(refreshToken: string): Promise<Answer>;
  /** Takes a fresh token for `call`, once the clock has been moved past the old one's end. */
  renewToken(): Promise<void>;
  close(): Promise<void>;
}

/** A tenant of a test's own with the demo in it, asked over HTTP with every scope. */
export async function startTestApi(users = 120): Promise<TestApi> {
  const tenant = await startTenant({
    port: 0,
    controlSecret,
    seed: (started) => seedDemo(started, { users, password: testPassword }),
    clients: [
      { ...machine, name: 'Tests', grant_types: ['client_credentials'], scopes: everyScope(allEndpoints) },
      { ...web, name: 'Web', grant_types: [passwordRealmGrant, 'refresh_token'] },
    ],
  });
  let token = await machineToken(tenant.url);

  async function call(method: string, pathname: string, body?: object): Promise<Answer> {
    const answer = await ask(`${tenant.url}/api/v2${pathname}`, method, token, body);
    if (answer.status >= 200 && answer.status < 300) {
      const [path = ''] = pathname.split('?');
      const departure = departureFromDescription(method, path, answer.status, answer.body);
      if (departure) throw new Error(`${method} ${pathname} is not as described: ${departure}`);
    }
    return answer;
  }

  return {
    url: tenant.url,
    call,
    control: (method, pathname, body) =>
      ask(`${tenant.url}/_control${pathname}`, method, controlSecret, body),
    async putUser(attributes) {
      const answer = await ask(`${tenant.url}/_control/users`, 'POST', controlSecret, attributes);
      return String(answer.body.user_id);
    },
    signIn: (username, password = testPassword) =>
      ask(`${tenant.url}/oauth/token`, 'POST', '', {
        ...web,
        grant_type: passwordRealmGrant,
        realm: 'Username-Password-Authentication',
        scope: 'openid offline_access',
        username,
        password,
      }),
    refresh: (refreshToken) =>
      ask(`${tenant.url}/oauth/token`, 'POST', '', {
        ...web,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      }),
    async renewToken() {
      token = await machineToken(tenant.url);
    },
    close: () => tenant.close(),
  };
}

async function ask(url: string, method: string, bearer: string, body: object | undefined): Promise<Answer> {
  const form = body instanceof FormData;
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(body && !form ? { 'content-type': 'application/json' } : {}),
    },
    body: form ? body : body && JSON.stringify(body),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json') && text !== '';
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: json ? JSON.parse(text) : undefined,
  };
}

async function machineToken(url: string): Promise<string> {
  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...machine, grant_type: 'client_credentials', audience: `${url}/api/v2/` }),
  });
  const { access_token: token } = await response.json();
  return token;
}
