import { expect, test } from 'vitest';
import { tenantRateOf } from './env-tenant-limits.ts';

test.each([
  [{}, false, { perSecond: 16, burst: 50 }],
  [{}, true, undefined],
  [{ TENANT_CALLS_PER_SECOND: 2 }, false, { perSecond: 2, burst: 6 }],
  [{ TENANT_CALLS_PER_SECOND: 2, TENANT_CALLS_BURST: 2 }, true, { perSecond: 2, burst: 2 }],
  [{ TENANT_CALLS_BURST: 40 }, false, { perSecond: 16, burst: 40 }],
])('the settings %o, for a tenant on this machine: %s, make the rate %o', (settings, isLocal, rate) => {
  expect(tenantRateOf(settings, isLocal)).toEqual(rate);
});
