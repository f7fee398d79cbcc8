import { sql } from 'kysely';
import { retried } from './retried.ts';
import { openState, type State } from './state.ts';

/** What one server took from the budget that all servers share. */
export interface TakenTokens {
  granted: number;
  left: number;
  /** The kinds of calls that the tenant takes none of, each with for how many milliseconds yet. */
  pauses: [calls: string, pauseMs: number][];
}

export interface TenantBudget {
  /** Takes tokens in one statement, so that no two servers ever take the same. */
  take(
    rate: { perSecond: number; burst: number },
    wanted: number,
    reserve: number,
    returned: number,
  ): Promise<TakenTokens>;
  pause(calls: string, pauseMs: number): Promise<void>;
}

/**
 * The budget of calls to one tenant, in the database that all servers share and by its clock; `undefined` where
 * there is but one server.
 * @param tenant its origin, `https://example.eu.auth0.com`
 */
export async function sharedBudgetOf(
  tenant: string,
  opened: () => Promise<State> = openState,
): Promise<TenantBudget | undefined> {
  const { db, isShared } = await opened();
  if (!isShared) return undefined;
  return {
    async take(rate, wanted, reserve, returned) {
      const taken = await retried(() => take(db, tenant, rate, wanted, reserve, returned));
      if (taken) return taken;
      await db
        .insertInto('tenant_budgets')
        .values({ tenant, tokens: rate.burst, counted_at_ms: 0, granted: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const first = await retried(() => take(db, tenant, rate, wanted, reserve, 0));
      if (!first) throw new Error('The budget’s row was made and is not there.');
      return first;
    },
    async pause(calls, pauseMs) {
      await retried(() =>
        sql`insert into steward.tenant_pauses as pause (tenant, calls, until_ms)
          values (${tenant}, ${calls}, extract(epoch from clock_timestamp()) * 1000 + ${pauseMs}::double precision)
          on conflict (tenant, calls) do update set until_ms = greatest(pause.until_ms, excluded.until_ms)`.execute(
          db,
        ),
      );
    },
  };
}

interface TakenRow {
  granted: number;
  tokens: number;
  pauses: TakenTokens['pauses'] | null;
}

/** Whoever waited for the row finds its tokens as the one before left them; its clock may then be a little late. */
async function take(
  db: State['db'],
  tenant: string,
  { perSecond, burst }: { perSecond: number; burst: number },
  wanted: number,
  reserve: number,
  returned: number,
): Promise<TakenTokens | undefined> {
  const elapsedMs = sql`greatest(0, clock.now_ms - budget.counted_at_ms)`;
  const level = sql`least(${burst}::double precision,
    budget.tokens + ${returned}::integer + ${elapsedMs} / 1000 * ${perSecond}::double precision)`;
  const grant = sql`greatest(0, least(${wanted}::integer, floor(${level} - ${reserve}::double precision)))`;
  const { rows } = await sql<TakenRow>`
    with clock as (select (extract(epoch from clock_timestamp()) * 1000)::double precision as now_ms)
    update steward.tenant_budgets as budget set
      granted = ${grant},
      tokens = ${level} - ${grant},
      counted_at_ms = greatest(budget.counted_at_ms, clock.now_ms)
    from clock where budget.tenant = ${tenant}
    returning budget.granted, budget.tokens,
      (select json_agg(json_build_array(pause.calls, pause.until_ms - clock.now_ms))
        from steward.tenant_pauses as pause
        where pause.tenant = ${tenant} and pause.until_ms > clock.now_ms) as pauses`.execute(db);
  const [row] = rows;
  return row && { granted: row.granted, left: row.tokens, pauses: row.pauses ?? [] };
}
