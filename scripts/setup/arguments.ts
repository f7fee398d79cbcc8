import { parseArgs } from 'node:util';
import { originOf } from '#lib/env.ts';
import type { EnvFile } from './env-file.ts';
import { SetupError } from './tenant-api.ts';

export const usage = `Usage: npm run setup [-- options]

  --domain <host>             the tenant, such as example.eu.auth0.com (AUTH0_DOMAIN)
  --management-domain <host>  the tenant's own domain, where --domain is a custom one
  --base-url <address>        where people open the console (APP_BASE_URL; http://localhost:3000)
  --connections <a,b>         connections through which managers sign in (default: every database,
                              where the sign-in client has none yet)
  --sign-in <auth0|oidc>      oidc: managers sign in at another provider, whose OIDC_… variables you set
                              yourself (SIGN_IN; auth0)
  --file <path>               where the settings are written (.env.local)
  --yes                       asks nothing
  --help                      prints this

The Management API token is asked for and not shown as you paste it, or taken from the variable
AUTH0_MANAGEMENT_TOKEN. There is no option for it: npm prints the options of what it runs.`;

export interface SetupOptions {
  domain: string | undefined;
  managementDomain: string | undefined;
  baseUrl: string | undefined;
  signIn: string | undefined;
  connections: string[];
  envFile: string;
  token: string | undefined;
  yes: boolean;
  help: boolean;
}

/** @throws SetupError for an option that nobody knows */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv): SetupOptions {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      args,
      options: {
        domain: text,
        'management-domain': text,
        'base-url': text,
        connections: text,
        'sign-in': text,
        file: { type: 'string', default: '.env.local' },
        yes: flag,
        help: flag,
      },
    });
    return {
      domain: values.domain ?? environment.AUTH0_DOMAIN,
      managementDomain: values['management-domain'] ?? environment.AUTH0_MANAGEMENT_DOMAIN,
      baseUrl: values['base-url'] ?? environment.APP_BASE_URL,
      signIn: values['sign-in'] ?? environment.SIGN_IN,
      connections: (values.connections ?? '').split(',').flatMap((name) => name.trim() || []),
      envFile: values.file,
      token: environment.AUTH0_MANAGEMENT_TOKEN,
      yes: values.yes,
      help: values.help,
    };
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

/** The host name in what people type or paste: `https://example.eu.auth0.com/` is taken too. */
export function toDomain(typed: string): string {
  const host = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/+$/, '')
    .toLowerCase();
  if (!/^[a-z0-9.-]+(:\d+)?$/.test(host)) {
    throw new SetupError(`“${typed}” is no domain. It looks like example.eu.auth0.com. Nothing was changed.`);
  }
  return host;
}

/** The console's origin; from the option, else the env file, else this machine's. */
export function toBaseUrl(option: string | undefined, file: EnvFile): string {
  const text = option || file.variables.APP_BASE_URL || 'http://localhost:3000';
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new SetupError(`“${text}” is no address. --base-url looks like https://steward.example.com.`);
  }
  return new URL(text).origin;
}

/** How managers sign in; from the option, else the env file. */
export function toSignIn(option: string | undefined, file: EnvFile): 'auth0' | 'oidc' {
  const signIn = option || file.variables.SIGN_IN || 'auth0';
  if (signIn === 'auth0' || signIn === 'oidc') return signIn;
  throw new SetupError(`--sign-in is auth0 or oidc, and not “${signIn}”. Nothing was changed.`);
}

/** What a token for the Management API looks like; anything else is not sent anywhere. */
export function toToken(typed: string, managementDomain: string): string {
  const token = typed.trim().replace(/^Bearer +/i, '');
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) {
    throw new SetupError(
      'This is no access token: it has three parts with dots between them. Nothing was changed.',
    );
  }
  const claims = claimsOf(token);
  const audience = `${originOf(managementDomain)}/api/v2/`;
  if (claims.aud !== undefined && ![claims.aud].flat().includes(audience)) {
    throw new SetupError(
      `The token is for ${[claims.aud].flat().join(', ')}, and not for ${audience}. Nothing was changed.`,
    );
  }
  if (typeof claims.exp === 'number' && claims.exp * 1_000 <= Date.now()) {
    throw new SetupError('The token has expired. Take a new one from the API Explorer. Nothing was changed.');
  }
  const scopes = typeof claims.scope === 'string' ? claims.scope.split(' ') : [];
  const missing = scopes.length > 0 ? neededScopes.filter((scope) => !scopes.includes(scope)) : [];
  if (missing.length > 0) {
    throw new SetupError(
      `The token lacks scopes that the set-up needs: ${missing.join(', ')}. Nothing was changed.`,
    );
  }
  return token;
}

/** What the set-up itself calls. */
const neededScopes = [
  'read:clients',
  'read:client_keys',
  'create:clients',
  'update:clients',
  'read:client_grants',
  'create:client_grants',
  'update:client_grants',
  'read:connections',
  'update:connections',
  'read:roles',
  'create:roles',
];

function claimsOf(token: string): { aud?: string | string[]; exp?: unknown; scope?: unknown } {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  } catch {
    return {};
  }
}
