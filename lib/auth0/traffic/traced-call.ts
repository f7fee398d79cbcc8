import { type AddToSpan, isTelemetryOn, measured, traced } from '#lib/telemetry/telemetry.ts';

/** The parts of addresses that are the API's own words; anything else may be about somebody. */
const words: ReadonlySet<string> = new Set([
  ...['api', 'v2', 'oauth', 'token', 'dbconnections', 'change_password', 'users', 'users-by-email', 'roles'],
  ...['organizations', 'members', 'permissions', 'logs', 'clients', 'connections', 'device-credentials'],
  ...['sessions', 'refresh-tokens', 'authentication-methods', 'authenticators', 'multifactor', 'identities'],
  ...['user-blocks', 'jobs', 'users-imports', 'users-exports', 'verification-email', 'errors', 'tickets'],
  ...[
    'password-change',
    'email-verification',
    'custom-domains',
    'revoke-access',
    'stats',
    'tenants',
    'settings',
  ],
]);

/** `PATCH /users/{id}`: what is called, without whom it is about. */
export function operationOf(method: string, pathname: string): string {
  const parts = pathname.replace(/^\/api\/v2/, '').split('/');
  return `${method} ${parts.map((part) => (part === '' || words.has(part) ? part : '{id}')).join('/')}`;
}

/** Makes a call to the tenant as a span of the request's trace, and notes its duration. */
export async function tracedCall(
  method: string,
  pathname: string,
  call: () => Promise<Response>,
): Promise<Response> {
  if (!isTelemetryOn()) return call();
  const operation = operationOf(method, pathname);
  return traced(`tenant ${operation}`, { 'steward.tenant.operation': operation }, (add) =>
    timed(operation, add, call),
  );
}

async function timed(operation: string, add: AddToSpan, call: () => Promise<Response>): Promise<Response> {
  const startedMs = performance.now();
  let status: number | string = 'none';
  try {
    const response = await call();
    status = response.status;
    return response;
  } finally {
    add({ 'http.response.status_code': status });
    measured('steward.tenant.call.duration', performance.now() - startedMs, {
      'steward.tenant.operation': operation,
      'http.response.status_code': status,
    });
  }
}
