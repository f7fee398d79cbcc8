import { createHash, randomBytes } from 'node:crypto';
import { isJsonObject } from '#lib/json.ts';
import { type Finding, right, wrong } from './finding.ts';

/** The client through which people sign in, at the tenant or at another OpenID Connect provider. */
export interface SignInClient {
  /** From the provider's description of itself. */
  authorizationEndpoint: string;
  tokenEndpoint: string;
  clientId: string;
  clientSecret: string;
  /** Where the provider sends people back to. */
  callback: string;
  /** What the variables of this client's id and secret start with. */
  prefix: 'AUTH0' | 'OIDC';
}

const timeoutMs = 15_000;

/**
 * Whether people can be signed in: the secret is asked for with a code that does not exist, the callback address by
 * beginning a sign-in that nobody goes on with.
 */
export async function checkSignIn(client: SignInClient): Promise<Finding[]> {
  return [await checkSecret(client), await checkCallback(client)];
}

async function checkSecret(client: SignInClient): Promise<Finding> {
  const about = `${client.prefix}_CLIENT_SECRET`;
  const { status, error } = await exchangeNoCode(client);
  if (status === 401 || error === 'invalid_client') {
    return wrong(
      about,
      `The provider does not know the sign-in client or its secret (status ${status}).`,
      `Correct ${client.prefix}_CLIENT_ID and ${client.prefix}_CLIENT_SECRET; both stand in the application’s settings.`,
    );
  }
  if (error === 'unauthorized_client' || status >= 500 || status === 0) {
    return wrong(
      about,
      `The provider does not let the sign-in client exchange a code (status ${status}${error && `, ${error}`}).`,
      'The application must be a Regular Web Application with the grant type Authorization Code.',
    );
  }
  return right(about, 'The provider accepts the sign-in client and its secret.');
}

async function exchangeNoCode(client: SignInClient): Promise<{ status: number; error: string }> {
  const { clientId, clientSecret, prefix } = client;
  const fields = {
    grant_type: 'authorization_code',
    code: 'a-code-that-does-not-exist',
    code_verifier: randomBytes(32).toString('base64url'),
    redirect_uri: client.callback,
  };
  const inBody = { client_id: clientId, client_secret: clientSecret };
  const basic = Buffer.from([clientId, clientSecret].map(encodeURIComponent).join(':')).toString('base64');
  const response = await fetch(client.tokenEndpoint, {
    method: 'POST',
    headers: { accept: 'application/json', ...(prefix === 'OIDC' && { authorization: `Basic ${basic}` }) },
    body: new URLSearchParams({ ...fields, ...(prefix === 'AUTH0' && inBody) }),
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => undefined);
  const body: unknown = await response?.json().catch(() => undefined);
  const error = isJsonObject(body) && typeof body.error === 'string' ? body.error : '';
  return { status: response?.status ?? 0, error };
}

async function checkCallback({ authorizationEndpoint, clientId, callback }: SignInClient): Promise<Finding> {
  const about = 'the callback address';
  const address = new URL(authorizationEndpoint);
  address.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: callback,
    scope: 'openid profile email',
    state: 'doctor',
    code_challenge: createHash('sha256').update(randomBytes(32)).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const response = await fetch(address, {
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => undefined);
  await response?.body?.cancel();
  const status = response?.status ?? 0;
  const location = response?.headers.get('location') ?? '';
  const goesOn = status >= 200 && status < 400 && !/[?&]error=/.test(location);
  return goesOn
    ? right(about, `The provider sends people back to ${callback}.`)
    : wrong(
        about,
        `The provider does not begin a sign-in that leads back to ${callback} (status ${status}).`,
        `Add ${callback} to the allowed callback addresses of the client ${clientId}; npm run setup does it in the tenant.`,
      );
}
