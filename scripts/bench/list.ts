import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { UsersClient } from 'auth0/users';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { listUsers } from '#lib/users/list/list-users.ts';
import type { UserListInput } from '#lib/users/user-view.ts';
import { type BenchTenant, startBenchTenant } from './bench-tenant.ts';
import { type Figure, written } from './figure.ts';
import { inTurns, median, quantile } from './samples.ts';

/** What a list of 25 may take at 100,000 users, at the 95th percentile, from the verb's call to its answer. */
const listAtMostMs = 100;

const firstPage: UserListInput = {
  search: '',
  sort: { by: 'name', descending: false },
  page: 1,
  perPage: 25,
};

const lastPageBySignIn: UserListInput = {
  ...firstPage,
  sort: { by: 'last_login', descending: true },
  page: 40,
};

const searchedByName: UserListInput = { ...firstPage, search: 'mar' };

/** The verb `listUsers` as Kelly, with the project's own hooks, against the tenant's process over HTTP. */
export async function measureLists(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const userCount of [240, 10_000]) {
    const tenant = await startBenchTenant(userCount);
    try {
      figures.push(await measureList(tenant, `list of 25 at ${written(userCount)} users`, firstPage));
    } finally {
      await tenant.stop();
    }
  }
  const tenant = await startBenchTenant(100_000);
  try {
    for (const [what, input] of [
      ['list of 25 at 100,000 users', firstPage],
      ['… its 40th page by last login', lastPageBySignIn],
      ['… searched for “mar”', searchedByName],
    ] as const) {
      figures.push({ ...(await measureList(tenant, what, input)), atMost: listAtMostMs });
    }
  } finally {
    await tenant.stop();
    await closeHookPool();
  }
  return figures;
}

async function measureList(tenant: BenchTenant, what: string, input: UserListInput): Promise<Figure> {
  const list = () => listUsers(tenant.kelly(), input);
  const request = await requestOf(list);
  // The tenant makes an index when it is first needed, for which the verb would not wait on a busy machine.
  await tenant.users.list(request);
  const { rows } = await list();
  if (rows.length === 0) throw new Error('A list without a row measures nothing.');
  // The tenant keeps a search's answer until somebody changes, so somebody does before each.
  const change = (round: number) => tenant.changeSomebody(`${what} ${round}`);
  const [, throughVerb = [], , bare = []] = await inTurns(
    [change, list, change, () => tenant.users.list(request)],
    { rounds: 150, warmUps: 20 },
  );
  const ratio = median(throughVerb) / median(bare);
  return {
    what: `${what}, p95`,
    value: quantile(throughVerb, 0.95),
    unit: 'ms',
    beside: `p50 ${written(median(throughVerb))} ms, ${written(ratio)} × the bare call`,
  };
}

type ListRequest = NonNullable<Parameters<UsersClient['list']>[0]>;

interface SentRequest {
  request: { method: string; path: string };
}

/** The search that the verb sends, for the SDK to send again. */
async function requestOf(list: () => Promise<unknown>): Promise<ListRequest> {
  let sent: URLSearchParams | undefined;
  const onRequest = (message: unknown) => {
    const { method, path } = (message as SentRequest).request;
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    if (method === 'GET' && pathname === '/api/v2/users') sent = searchParams;
  };
  subscribe('undici:request:create', onRequest);
  await list().catch(() => undefined);
  unsubscribe('undici:request:create', onRequest);
  if (!sent) throw new Error('A list made no search.');
  return {
    q: sent.get('q') ?? undefined,
    search_engine: 'v3',
    sort: sent.get('sort') ?? undefined,
    page: Number(sent.get('page')),
    per_page: Number(sent.get('per_page')),
    include_totals: true,
  };
}
