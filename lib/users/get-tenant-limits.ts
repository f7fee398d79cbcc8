import { traffic } from '#lib/auth0/traffic/traffic.ts';
import { env } from '#lib/env.ts';
import { type Manager, requireScope } from './manager.ts';
import type { TenantLimitsView } from './tenant-limits-view.ts';

/**
 * What is left of the budget of calls, who waits for it, what the tenant said of its limits, and its last faults.
 * Takes no call to the tenant. The breakers, the waiting and the faults are this server's own.
 * @throws AppError 'not-allowed', 'no-role'
 */
export async function getTenantLimits(manager: Manager): Promise<TenantLimitsView> {
  requireScope(manager, 'manage:config');
  const { breakers, budget, faults } = traffic();
  const left = await budget.level();
  const { rate, waiting, refused } = budget.view();
  const nowMs = Date.now();
  return {
    tenant: env().AUTH0_DOMAIN,
    isShared: env().DATABASE_URL !== undefined,
    budget: rate && left !== undefined ? { ...rate, left: Math.max(0, Math.floor(left)) } : null,
    waiting,
    refused,
    calls: (['read', 'write'] as const).map((kind) => {
      const { state, faults: faultsInARow, nextAttemptAtMs } = breakers[kind].view();
      const waitMs = nextAttemptAtMs === undefined ? undefined : nextAttemptAtMs - nowMs;
      return {
        kind,
        state,
        faultsInARow,
        nextAttemptInSeconds: waitMs === undefined ? null : Math.max(0, Math.ceil(waitMs / 1_000)),
      };
    }),
    groups: budget.allowances.view().map(([group, { limit, remaining, resetAtMs }]) => ({
      group,
      limit,
      remaining,
      resetsAt: new Date(resetAtMs).toISOString(),
    })),
    faults: faults.map(({ atMs, kind, what }) => ({
      at: new Date(atMs).toISOString(),
      kind,
      what: String(what),
    })),
  };
}
