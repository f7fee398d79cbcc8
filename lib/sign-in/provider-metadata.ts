import { isJsonObject } from '#lib/json.ts';

/** What the console needs of a provider’s description of itself. */
export interface ProviderMetadata {
  issuer: string;
  /** Where people sign out of the provider; some have no such place. */
  endSessionEndpoint?: string;
}

const keptMs = 10 * 60 * 1_000;
const timeoutMs = 3_000;

/** The address that was configured belongs to a provider of another name; nobody can sign in there. */
export class OtherIssuerError extends Error {}

let known: { address: string; metadata: ProviderMetadata; readAtMs: number } | undefined;

/**
 * Where a provider describes itself; an issuer may end in a slash or not.
 * @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationRequest
 */
export function discoveryAddress(issuer: string): string {
  return `${withoutSlash(issuer)}/.well-known/openid-configuration`;
}

/**
 * The provider’s description, kept for ten minutes.
 * @throws OtherIssuerError when it describes another provider; Error when it does not answer in time or properly
 */
export async function providerMetadata(issuer: string): Promise<ProviderMetadata> {
  const address = discoveryAddress(issuer);
  if (known?.address === address && Date.now() - known.readAtMs < keptMs) return known.metadata;
  const answer = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
  const said: unknown = answer.ok ? await answer.json() : undefined;
  if (!isJsonObject(said) || typeof said.issuer !== 'string') {
    throw new Error(`${address} answered ${answer.status} and no description of a provider`);
  }
  if (withoutSlash(said.issuer) !== withoutSlash(issuer)) {
    throw new OtherIssuerError(
      `OIDC_ISSUER is ${issuer}, but the provider there calls itself ${said.issuer}; set that instead.`,
    );
  }
  const endpoint = said.end_session_endpoint;
  const metadata = {
    issuer: said.issuer,
    ...(typeof endpoint === 'string' && isWebAddress(endpoint) && { endSessionEndpoint: endpoint }),
  };
  known = { address, metadata, readAtMs: Date.now() };
  return metadata;
}

function withoutSlash(issuer: string): string {
  return issuer.replace(/\/$/, '');
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
