import type { CallOptions } from './client.ts';

/**
 * The options of one call with the domain under which the tenant's mail and links speak; without one the
 * tenant's default holds.
 * @see https://auth0.com/docs/customize/custom-domains/multiple-custom-domains
 */
export function withCustomDomain<Options extends CallOptions>(options: Options, customDomain?: string) {
  return { ...options, headers: customDomainHeader(customDomain) };
}

export function customDomainHeader(customDomain?: string): Record<string, string> {
  return customDomain === undefined ? {} : { 'auth0-custom-domain': customDomain };
}
