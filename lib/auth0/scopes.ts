/** A harmless call that only a token with the scope gets past the door with. */
export interface ScopeProbe {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Without `/api/v2`. Where it names something, that does not exist. */
  path: string;
  body?: object;
  /** Where the call is answered without the scope too: the member that the first item then lacks. */
  shows?: string;
}

/** One scope of the Management API that this console uses, and what would not work without it. */
export interface ManagementScope {
  scope: string;
  /** Completes 'is needed to …'. */
  purpose: string;
  probe: ScopeProbe;
}

const noUser = '/users/auth0%7C000000000000000000000000';
const noOrganization = '/organizations/org_0000000000000000';

/**
 * Every scope of the Management API that this console uses, and no other: what the machine client is granted by the
 * set-up, what the doctor looks for, and what the tests' tenant grants. A probe changes nothing: it reads, or names a
 * user that is not there, or sends a body that no tenant takes.
 */
export const managementScopes: readonly ManagementScope[] = [
  {
    scope: 'read:users',
    purpose: 'list users and open one',
    probe: { method: 'GET', path: '/users?per_page=1' },
  },
  {
    scope: 'create:users',
    purpose: 'create users, and restore deleted ones',
    probe: { method: 'POST', path: '/users', body: {} },
  },
  {
    scope: 'update:users',
    purpose: 'change, block and unblock users, give roles, and send verification mails',
    probe: { method: 'PATCH', path: noUser, body: { name: 'nobody' } },
  },
  {
    scope: 'delete:users',
    purpose: 'delete users',
    probe: { method: 'DELETE', path: noUser },
  },
  {
    scope: 'read:connections',
    purpose: 'know the connections in which users can be created',
    probe: { method: 'GET', path: '/connections?per_page=1' },
  },
  {
    scope: 'read:connections_options',
    purpose: 'show a connection’s password policy before a password is sent',
    probe: { method: 'GET', path: '/connections?strategy=auth0&per_page=1', shows: 'options' },
  },
  {
    scope: 'read:clients',
    purpose: 'offer the applications to which a password mail can lead',
    probe: { method: 'GET', path: '/clients?per_page=1&fields=client_id' },
  },
  {
    scope: 'read:authentication_methods',
    purpose: 'show a user’s second factors',
    probe: { method: 'GET', path: `${noUser}/authentication-methods` },
  },
  {
    scope: 'delete:authentication_methods',
    purpose: 'remove a user’s second factors',
    probe: { method: 'DELETE', path: `${noUser}/authentication-methods` },
  },
  {
    scope: 'read:device_credentials',
    purpose: 'show a user’s devices',
    probe: { method: 'GET', path: '/device-credentials?user_id=auth0%7C000000000000000000000000&per_page=1' },
  },
  {
    scope: 'delete:device_credentials',
    purpose: 'sign a user’s device out',
    probe: { method: 'DELETE', path: '/device-credentials/dcr_0000000000000000' },
  },
  {
    scope: 'read:sessions',
    purpose: 'show a user’s sessions',
    probe: { method: 'GET', path: `${noUser}/sessions` },
  },
  {
    scope: 'delete:sessions',
    purpose: 'end a user’s sessions',
    probe: { method: 'POST', path: `${noUser}/revoke-access`, body: {} },
  },
  {
    scope: 'delete:refresh_tokens',
    purpose: 'end a user’s refresh tokens',
    probe: { method: 'POST', path: `${noUser}/revoke-access`, body: {} },
  },
  {
    scope: 'read:logs',
    purpose: 'show the tenant’s log',
    probe: { method: 'GET', path: '/logs?per_page=1' },
  },
  {
    scope: 'read:roles',
    purpose: 'know the tenant’s roles and who holds them',
    probe: { method: 'GET', path: '/roles?per_page=1' },
  },
  {
    scope: 'read:organizations',
    purpose: 'show the organizations and those of a user',
    probe: { method: 'GET', path: '/organizations?per_page=1' },
  },
  {
    scope: 'create:organization_members',
    purpose: 'put users into organizations',
    probe: { method: 'POST', path: `${noOrganization}/members`, body: { members: [] } },
  },
  {
    scope: 'delete:organization_members',
    purpose: 'take users out of organizations',
    probe: { method: 'DELETE', path: `${noOrganization}/members`, body: { members: [] } },
  },
];
