import { isJsonObject } from '#lib/json.ts';
import { checkClock } from './check-settings.ts';
import { type Finding, right, wrong } from './finding.ts';

const timeoutMs = 15_000;

/** What an OpenID Connect provider says of itself, as far as it is asked here. */
export interface Issuer {
  authorizationEndpoint: string;
  tokenEndpoint: string;
}

/**
 * Whether something that speaks OpenID Connect answers at an address, and what time it has.
 * @param variable which variable names the address
 */
export async function checkIssuer(
  origin: string,
  variable: string,
): Promise<{ findings: Finding[]; issuer?: Issuer }> {
  const base = origin.replace(/\/+$/, '');
  const address = `${base}/.well-known/openid-configuration`;
  const todo = `Correct ${variable}, or let this machine reach ${base}.`;
  let response: Response;
  try {
    response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
    return {
      findings: [wrong(variable, `Nothing can be reached at ${base} (${code}).`, todo)],
    };
  }
  const nowMs = Date.now();
  const body: unknown = await response.json().catch(() => undefined);
  const issuer = issuerIn(body);
  if (!response.ok || !issuer) {
    const says = `${address} answers with status ${response.status} and is no OpenID Connect issuer.`;
    return { findings: [wrong(variable, says, todo)] };
  }
  const answers = right(variable, `${base} answers.`);
  return { findings: [answers, checkClock(response.headers.get('date'), nowMs)], issuer };
}

function issuerIn(body: unknown): Issuer | undefined {
  if (!isJsonObject(body)) return undefined;
  const { authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint } = body;
  return isAddress(authorizationEndpoint) && isAddress(tokenEndpoint)
    ? { authorizationEndpoint, tokenEndpoint }
    : undefined;
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value);
}
