import type { Variables } from '../stack.ts';

/** Somebody of Finance with a session of their own. */
export interface LoadManager {
  /** The session, as a `Cookie` header. */
  cookie: string;
}

/** As many sign-ins at once as the tenant can hash passwords for on a small machine. */
const signInsAtOnce = 8;

/**
 * Makes managers of Finance in the tenant, past the console, and signs each of them in through the tenant’s own
 * login page, without a browser.
 * @param appUrl the console whose sessions they are to be; others with the same secret take them too
 */
export async function signedInManagers(
  variables: Variables,
  appUrl: string,
  count: number,
): Promise<LoadManager[]> {
  const managers: LoadManager[] = [];
  for (let first = 0; first < count; first += signInsAtOnce) {
    const numbers = Array.from({ length: Math.min(signInsAtOnce, count - first) }, (_, at) => first + at);
    managers.push(
      ...(await Promise.all(
        numbers.map((number) => managerOfFinance(variables, appUrl, `load-${number}@example.com`)),
      )),
    );
  }
  return managers;
}

async function managerOfFinance(variables: Variables, appUrl: string, email: string): Promise<LoadManager> {
  const password = `${variables.DEMO_PASSWORD}`;
  const made = await fetch(`http://${variables.AUTH0_DOMAIN}/_control/users`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${variables.TENANT_CONTROL_SECRET}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      email,
      password,
      email_verified: true,
      app_metadata: { department: 'Finance', roles: ['Delegated Admin - User'] },
    }),
  });
  if (!made.ok) throw new Error(`The tenant did not make ${email} (${made.status}).`);
  return { cookie: await sessionOf(appUrl, email, password) };
}

/**
 * Goes the way of a browser: to the login page, through its form, and back with a session.
 * @returns the session, as a `Cookie` header
 */
export async function sessionOf(appUrl: string, email: string, password: string): Promise<string> {
  const jars = new Map<string, Map<string, string>>();
  const login = await follow(jars, `${appUrl}/auth/login?returnTo=/users`);
  const action = /<form class="fields" method="post" action="([^"]+)"/.exec(login.text)?.[1];
  const token = /name="form_token" value="([^"]+)"/.exec(login.text)?.[1];
  if (!action || !token) throw new Error(`No login form at ${login.address}.`);
  const form = new URLSearchParams({ form_token: token, identifier: email, password });
  const landed = await follow(jars, new URL(action.replaceAll('&amp;', '&'), login.address).href, form);
  if (new URL(landed.address).pathname !== '/users') throw new Error(`${email} landed at ${landed.address}.`);
  return cookieFor(jars, new URL(appUrl));
}

/** The page at the end of all redirects; each origin has cookies of its own. */
async function follow(
  jars: Map<string, Map<string, string>>,
  address: string,
  form?: URLSearchParams,
): Promise<{ address: string; text: string }> {
  const url = new URL(address);
  const answer = await fetch(url, {
    method: form ? 'POST' : 'GET',
    body: form,
    redirect: 'manual',
    headers: {
      cookie: cookieFor(jars, url),
      origin: url.origin,
      'sec-fetch-site': form ? 'same-origin' : 'none',
    },
  });
  const jar = jars.get(url.origin) ?? new Map<string, string>();
  jars.set(url.origin, jar);
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
  const text = await answer.text();
  const location = answer.headers.get('location');
  return location ? follow(jars, new URL(location, url).href) : { address: url.href, text };
}

function cookieFor(jars: Map<string, Map<string, string>>, { origin }: URL): string {
  return [...(jars.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
}
