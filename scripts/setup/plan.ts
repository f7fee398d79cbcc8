import { randomBytes } from 'node:crypto';
import { managementScopes } from '#lib/auth0/scopes.ts';
import { isJsonObject } from '#lib/json.ts';
import { changedVariables, type EnvFile, isReadableByOthers, writeEnvFile } from './env-file.ts';
import { type ClientPurpose, marksOf } from './find-clients.ts';
import type { TenantState } from './read-tenant.ts';
import { type ManagementApi, SetupError } from './tenant-api.ts';

/** One thing that the set-up will do. */
export interface Step {
  /** What it does, as a sentence in the imperative without its full stop. */
  title: string;
  run(): Promise<void>;
}

export interface Target {
  baseUrl: string;
  /** With 'oidc' nobody signs in at the tenant, and it needs no client for that. */
  signIn: 'auth0' | 'oidc';
  domain: string;
  managementDomain: string | undefined;
  file: EnvFile;
}

interface Credentials {
  clientId: string;
  secret: string;
}

const scopes = managementScopes.map(({ scope }) => scope);

const clientNames: Record<ClientPurpose, string> = {
  'sign-in': 'Steward',
  management: 'Steward (Management API)',
};

/**
 * What is missing between a tenant, an env file and what this console needs; empty when nothing is. Steps run in
 * their order, and each finds what those before it made.
 */
export function planSetup(api: ManagementApi, state: TenantState, target: Target): Step[] {
  const made: Partial<Record<ClientPurpose, Credentials>> = {};
  const idOf = (purpose: ClientPurpose) =>
    made[purpose]?.clientId ?? (purpose === 'sign-in' ? state.signIn : state.management)?.clientId ?? '';
  const create = async (purpose: ClientPurpose, body: object) => {
    const marks = { client_metadata: marksOf(purpose, target.baseUrl) };
    const client = await api.call('POST', '/clients', { name: clientNames[purpose], ...body, ...marks });
    if (
      !isJsonObject(client) ||
      typeof client.client_id !== 'string' ||
      typeof client.client_secret !== 'string'
    ) {
      throw new SetupError('The tenant made the client and did not answer with its id and secret.');
    }
    made[purpose] = { clientId: client.client_id, secret: client.client_secret };
  };
  return [
    ...(target.signIn === 'auth0' ? signInSteps(api, state, target, (body) => create('sign-in', body)) : []),
    ...managementSteps(
      api,
      state,
      (body) => create('management', body),
      () => idOf('management'),
    ),
    ...state.missingRoles.map((name) => ({
      title: `Make the role “${name}”`,
      run: async () => {
        await api.call('POST', '/roles', { name, description: 'A role of Steward' });
      },
    })),
    ...(target.signIn === 'auth0' ? state.connectionsToEnable : []).map(({ id, name }) => ({
      title: `Let managers sign in through the connection “${name}”`,
      run: async () => {
        const change = [{ client_id: idOf('sign-in'), status: true }];
        await api.call('PATCH', `/connections/${encodeURIComponent(id)}/clients`, change);
      },
    })),
    ...fileSteps(state, target, made),
  ];
}

function signInSteps(
  api: ManagementApi,
  { signIn }: TenantState,
  { baseUrl }: Target,
  create: (body: object) => Promise<void>,
): Step[] {
  const callback = `${baseUrl}/auth/callback`;
  const grantTypes = ['authorization_code', 'refresh_token'];
  if (!signIn) {
    const body = {
      app_type: 'regular_web',
      oidc_conformant: true,
      callbacks: [callback],
      allowed_logout_urls: [baseUrl],
      grant_types: grantTypes,
      token_endpoint_auth_method: 'client_secret_post',
    };
    return [
      {
        title: `Make the client “${clientNames['sign-in']}”, a regular web application for signing in, with the callback address ${callback} and the log-out address ${baseUrl}`,
        run: () => create(body),
      },
    ];
  }
  const additions = [
    { member: 'callbacks', what: 'callback address', present: signIn.callbacks, needed: [callback] },
    {
      member: 'allowed_logout_urls',
      what: 'log-out address',
      present: signIn.logoutAddresses,
      needed: [baseUrl],
    },
    { member: 'grant_types', what: 'grant type', present: signIn.grantTypes, needed: grantTypes },
  ];
  return additions.flatMap(({ member, what, present, needed }) => {
    const missing = needed.filter((one) => !present.includes(one));
    if (missing.length === 0) return [];
    return {
      title: `Add to the client “${signIn.name}” the ${what} ${missing.join(' and ')}`,
      run: async () => {
        await api.call('PATCH', `/clients/${encodeURIComponent(signIn.clientId)}`, {
          [member]: [...present, ...missing],
        });
      },
    };
  });
}

function managementSteps(
  api: ManagementApi,
  { management, grant }: TenantState,
  create: (body: object) => Promise<void>,
  clientId: () => string,
): Step[] {
  const steps: Step[] = [];
  if (!management) {
    steps.push({
      title: `Make the client “${clientNames.management}”, a machine-to-machine application for the Management API`,
      run: () => create({ app_type: 'non_interactive', grant_types: ['client_credentials'] }),
    });
  }
  if (!grant) {
    steps.push({
      title: `Grant it ${scopes.length} scopes of the Management API: ${scopes.join(', ')}`,
      run: async () => {
        const audience = `${api.origin}/api/v2/`;
        await api.call('POST', '/client-grants', { client_id: clientId(), audience, scope: scopes });
      },
    });
    return steps;
  }
  const missing = scopes.filter((scope) => !grant.scopes.includes(scope));
  // A client that somebody else made may be used for more than this console; only our own is narrowed.
  const unused = management?.isOurs ? grant.scopes.filter((scope) => !scopes.includes(scope)) : [];
  if (missing.length === 0 && unused.length === 0) return steps;
  const parts = [
    missing.length > 0 && `add ${missing.join(', ')}`,
    unused.length > 0 && `take away ${unused.join(', ')}, which nothing here uses`,
  ];
  steps.push({
    title: `Change the scopes of “${management?.name}”: ${parts.filter(Boolean).join('; ')}`,
    run: async () => {
      const kept = grant.scopes.filter((scope) => !unused.includes(scope));
      await api.call('PATCH', `/client-grants/${encodeURIComponent(grant.id)}`, {
        scope: [...kept, ...missing],
      });
    },
  });
  return steps;
}

/** The env file's variables; those of a client that is still to be made are known once it is. */
function fileSteps(
  state: TenantState,
  { baseUrl, signIn, domain, managementDomain, file }: Target,
  made: Partial<Record<ClientPurpose, Credentials>>,
): Step[] {
  const kept = file.variables;
  const sessionSecret = (kept.AUTH0_SECRET ?? '').length >= 32 ? kept.AUTH0_SECRET : undefined;
  const newSessionSecret = randomBytes(32).toString('hex');
  const variables = (): Record<string, string> => ({
    APP_BASE_URL: baseUrl,
    AUTH0_DOMAIN: domain,
    ...(managementDomain && { AUTH0_MANAGEMENT_DOMAIN: managementDomain }),
    ...(signIn === 'auth0'
      ? {
          AUTH0_CLIENT_ID: made['sign-in']?.clientId ?? state.signIn?.clientId ?? '',
          AUTH0_CLIENT_SECRET: made['sign-in']?.secret ?? state.signIn?.secret ?? '',
        }
      : { SIGN_IN: signIn }),
    AUTH0_MANAGEMENT_CLIENT_ID: made.management?.clientId ?? state.management?.clientId ?? '',
    AUTH0_MANAGEMENT_CLIENT_SECRET: made.management?.secret ?? state.management?.secret ?? '',
    AUTH0_SECRET: sessionSecret ?? newSessionSecret,
  });
  const changed = changedVariables(file, variables());
  const isOpen = isReadableByOthers(file);
  if (changed.length === 0 && !isOpen) return [];
  return [
    {
      title:
        changed.length > 0
          ? `Write to ${file.path}: ${changed.join(', ')}`
          : `Make ${file.path} readable by its owner alone`,
      run: async () => writeEnvFile(file, variables()),
    },
  ];
}
