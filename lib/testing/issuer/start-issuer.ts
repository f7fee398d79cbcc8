import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider, { type Configuration } from 'oidc-provider';
import { listenOnLoopback } from '#lib/tenant/server/loopback.ts';
import { loginPage, logoutPage, page } from './login-page.ts';
import { type CompanyPerson, companyPeople } from './people.ts';

export interface IssuerOptions {
  /** 0 takes any free port. */
  port: number;
  clientId: string;
  clientSecret: string;
  /** The consoles that people may sign in to. */
  appOrigins: readonly string[];
}

/** A company’s own OpenID Connect provider: not the tenant, and with other ids for the same people. */
export interface Issuer {
  url: string;
  /** By the name on the sign-in page; a test adds its own. */
  people: Map<string, CompanyPerson>;
  close(): Promise<void>;
}

const userIdClaim = 'https://company.example/tenant_user_id';

/** Starts the company’s sign-in on loopback; what it knows is gone when it ends. */
export async function startIssuer(options: IssuerOptions): Promise<Issuer> {
  const people = new Map(Object.entries(companyPeople));
  let answer = (_request: IncomingMessage, response: ServerResponse): unknown =>
    response.writeHead(503).end();
  const server = await listenOnLoopback((request, response) => void answer(request, response), options.port);
  const url = `http://localhost:${server.port}`;
  const provider = new Provider(url, configuration(options, people));
  const serve = provider.callback();
  answer = (request, response) =>
    request.url?.startsWith('/login/')
      ? logIn(provider, people, request, response)
      : serve(request, response);
  return { url, people, close: () => server.close() };
}

function configuration(options: IssuerOptions, people: ReadonlyMap<string, CompanyPerson>): Configuration {
  return {
    clients: [
      {
        client_id: options.clientId,
        client_secret: options.clientSecret,
        redirect_uris: options.appOrigins.map((origin) => `${origin}/auth/callback/oidc`),
        post_logout_redirect_uris: [...options.appOrigins],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    // Cookies are shared by all ports of localhost, so the names are the company's own.
    cookies: {
      names: { session: 'company_session', interaction: 'company_interaction', resume: 'company_resume' },
      keys: [randomBytes(32).toString('hex')],
    },
    claims: { openid: ['sub', userIdClaim], profile: ['name'], email: ['email', 'email_verified'] },
    findAccount: (_context, sub) => {
      const person = [...people.values()].find((candidate) => candidate.sub === sub);
      return person && { accountId: sub, claims: () => ({ ...person }) };
    },
    loadExistingGrant: async ({ oidc }) => {
      const { client, account, provider, session } = oidc;
      if (!client || !account) return undefined;
      const given = session?.grantIdFor(client.clientId);
      if (given) return provider.Grant.find(given);
      const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    interactions: { url: (_context, { uid }) => `/login/${uid}` },
    pkce: { required: () => true },
    responseTypes: ['code'],
    renderError: (context, { error }) => {
      context.type = 'html';
      context.body = page('Company sign-in failed', `<p>${error}</p>`);
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = logoutPage(form);
        },
      },
    },
  };
}

async function logIn(
  provider: Provider,
  people: ReadonlyMap<string, CompanyPerson>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await provider.interactionDetails(request, response);
    if (request.method !== 'POST') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(loginPage(people, request.url ?? ''));
      return;
    }
    const person = people.get(new URLSearchParams(await bodyOf(request)).get('person') ?? '');
    const result = person
      ? { login: { accountId: person.sub } }
      : { error: 'access_denied', error_description: 'Cancelled by the person' };
    await provider.interactionFinished(request, response, result);
  } catch {
    response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page('Company sign-in failed', '<p>This sign-in is over.</p>'));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}
