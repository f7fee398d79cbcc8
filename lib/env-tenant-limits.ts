import { z } from 'zod';

/** Auth0's published limit of the Management API for Enterprise tenants; others are told by the tenant's headers. */
const published = { perSecond: 16, burst: 50 };

/** How many calls to the tenant all servers may make together. */
export const tenantLimitVariables = {
  TENANT_CALLS_PER_SECOND: z.coerce.number().positive().max(1_000).optional(),
  /** How many of them may be made at once after a rest. */
  TENANT_CALLS_BURST: z.coerce.number().int().min(1).max(10_000).optional(),
  /** After so many faults in a row calls rest for a moment. */
  TENANT_FAULTS_MAX: z.coerce.number().int().min(1).max(10_000).default(5),
};

interface TenantLimits {
  TENANT_CALLS_PER_SECOND?: number;
  TENANT_CALLS_BURST?: number;
}

/** The rate of calls, or `undefined` for a tenant on this machine that nobody set one for: that one has no limit. */
export function tenantRateOf(
  { TENANT_CALLS_PER_SECOND: perSecond, TENANT_CALLS_BURST: burst }: TenantLimits,
  tenantIsLocal: boolean,
): { perSecond: number; burst: number } | undefined {
  if (perSecond === undefined && burst === undefined && tenantIsLocal) return undefined;
  const rate = perSecond ?? published.perSecond;
  return {
    perSecond: rate,
    burst: burst ?? (perSecond === undefined ? published.burst : Math.ceil(rate * 3)),
  };
}
