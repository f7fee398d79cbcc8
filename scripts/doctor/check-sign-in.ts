import { createHash, randomBytes } from 'node:crypto';
import { isJsonObject } from '#lib/json.ts';
import { askTenant, saidBy } from '../setup/tenant-api.ts';
import { type Finding, right, wrong } from './finding.ts';

export interface SignInClient {
  origin: string;
  clientId: string;
  clientSecret: string;
  /** The console's own origin. */
  baseUrl: string;
}

/**
 * Whether people can be signed in: the secret is asked for with a code that does not exist, the callback address by
 * beginning a sign-in that nobody goes on with.
 * @throws SetupError when the tenant cannot be reached
 */
export async function checkSignIn(client: SignInClient): Promise<Finding[]> {
  return [await checkSecret(client), await checkCallback(client)];
}

async function checkSecret({ origin, clientId, clientSecret, baseUrl }: SignInClient): Promise<Finding> {
  const about = 'AUTH0_CLIENT_SECRET';
  const answer = await askTenant(new URL('/oauth/token', origin), {
    method: 'POST',
    body: {
      grant_type: 'authorization_code',
      client_id: clientId,
      client_secret: clientSecret,
      code: 'a-code-that-does-not-exist',
      code_verifier: randomBytes(32).toString('base64url'),
      redirect_uri: `${baseUrl}/auth/callback`,
    },
  });
  const error = isJsonObject(answer.body) ? answer.body.error : undefined;
  if (error === 'invalid_grant') return right(about, 'The tenant accepts the sign-in client and its secret.');
  if (answer.status === 401) {
    return wrong(
      about,
      `The tenant ${origin} does not know the sign-in client or its secret (${saidBy(answer)}).`,
      'Correct AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET; both stand in the application’s settings.',
    );
  }
  return wrong(
    about,
    `The tenant does not let the sign-in client exchange a code (${saidBy(answer)}).`,
    `The application must be a Regular Web Application with the grant type Authorization Code.`,
  );
}

async function checkCallback({ origin, clientId, baseUrl }: SignInClient): Promise<Finding> {
  const about = 'the callback address';
  const callback = `${baseUrl}/auth/callback`;
  const address = new URL('/authorize', origin);
  address.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: callback,
    scope: 'openid profile email',
    state: 'doctor',
    code_challenge: createHash('sha256').update(randomBytes(32)).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(15_000) });
  await response.body?.cancel();
  const location = response.headers.get('location') ?? '';
  const goesOn = response.status >= 300 && response.status < 400 && !/[?&]error=/.test(location);
  return goesOn
    ? right(about, `The tenant sends people back to ${callback}.`)
    : wrong(
        about,
        `The tenant does not begin a sign-in that leads back to ${callback} (status ${response.status}).`,
        `Add ${callback} to the allowed callback addresses of the client ${clientId}, or run npm run setup.`,
      );
}
