import { managementScopes, type ScopeProbe } from '#lib/auth0/scopes.ts';
import { isJsonObject, type Json } from '#lib/json.ts';
import { askTenant, saidBy } from '../setup/tenant-api.ts';
import { type Finding, right, wrong } from './finding.ts';

export interface ManagementCredentials {
  /** `https://example.eu.auth0.com` */
  origin: string;
  clientId: string;
  clientSecret: string;
}

export interface ManagementAccess {
  findings: Finding[];
  /** Absent when there is none to be had. */
  token?: string;
}

/**
 * Whether the machine client gets a token and may do all that this console does, by one call for each scope.
 * @throws SetupError when the tenant cannot be reached
 */
export async function checkManagement(credentials: ManagementCredentials): Promise<ManagementAccess> {
  const { origin, clientId, clientSecret } = credentials;
  const answer = await askTenant(new URL('/oauth/token', origin), {
    method: 'POST',
    body: {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      audience: `${origin}/api/v2/`,
    },
  });
  const body = isJsonObject(answer.body) ? answer.body : {};
  if (answer.status !== 200 || typeof body.access_token !== 'string') {
    return { findings: [noToken(answer.status, saidBy(answer), origin)] };
  }
  const token = body.access_token;
  const granted = typeof body.scope === 'string' ? body.scope.split(' ') : undefined;
  const findings = [right('the Management client', `The Management client ${clientId} gets a token.`)];
  const probes: Finding[] = [];
  for (const { scope, purpose, probe } of managementScopes) {
    const isGranted = granted?.includes(scope) ?? true;
    const refusal = await refusalOf(origin, token, probe);
    const why = refusal ?? (isGranted ? undefined : 'its grant does not hold it');
    if (why) {
      probes.push(
        wrong(
          scope,
          `The Management client lacks the scope ${scope}, which is needed to ${purpose} (${why}).`,
          `Grant ${scope} to the client ${clientId} for the Management API, or run npm run setup.`,
        ),
      );
    }
  }
  const all = right('scopes', `Each of the ${managementScopes.length} scopes was tried with a call.`);
  return { findings: [...findings, ...(probes.length > 0 ? probes : [all])], token };
}

function noToken(status: number, said: string, origin: string): Finding {
  const about = 'the Management client';
  if (status === 401) {
    return wrong(
      about,
      `The tenant ${origin} does not know the Management client or its secret (${said}).`,
      'Correct AUTH0_MANAGEMENT_CLIENT_ID and AUTH0_MANAGEMENT_CLIENT_SECRET; both stand in the application’s settings.',
    );
  }
  if (status === 403) {
    return wrong(
      about,
      `The Management client may not use the Management API (${said}).`,
      'Grant it the Management API with the scopes of docs/setup.md, or run npm run setup.',
    );
  }
  return wrong(
    about,
    `The tenant ${origin} gives the Management client no token (${said}).`,
    'Look whether AUTH0_MANAGEMENT_DOMAIN (or AUTH0_DOMAIN) names the tenant; try again later if it does.',
  );
}

/** Why a scope does not work, by the tenant's answer; nothing when it works. */
async function refusalOf(
  origin: string,
  token: string,
  { method, path, body, shows }: ScopeProbe,
): Promise<string | undefined> {
  const answer = await askTenant(new URL(`/api/v2${path}`, origin), { method, token, body });
  const code = isJsonObject(answer.body) ? answer.body.errorCode : undefined;
  if (shows) {
    const isShown = answer.status !== 200 || showsMember(answer.body, shows);
    return isShown ? undefined : `answers come without “${shows}”`;
  }
  const isRefused =
    answer.status === 401 ||
    answer.status === 429 ||
    (answer.status === 403 && code === 'insufficient_scope');
  if (isRefused) return saidBy(answer);
  return undefined;
}

/** An empty list shows nothing and proves nothing. */
function showsMember(body: Json | undefined, member: string): boolean {
  const [first] = Array.isArray(body) ? body : [];
  return !isJsonObject(first) || Object.hasOwn(first, member);
}
