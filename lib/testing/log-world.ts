import { beforeEach } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { listLog } from '#lib/users/log/list-log.ts';
import { type LogFilter, wholeLog } from '#lib/users/log/log-filter.ts';
import type { Manager } from '#lib/users/manager.ts';
import { defaultAccess, type OwnHooksWorld, worldWithOwnHooks } from './own-hooks.ts';
import { signedIn } from './people.ts';

export const nina = 'auth0|nina';
export const hana = 'auth0|hana';

/** Narrows to the manager’s own department, and IT to nothing. */
export const departmentFilter = `(ctx, callback) => {
  const own = ctx.request.user.app_metadata.department;
  callback(null, own === 'IT' ? undefined : 'app_metadata.department:"' + own + '"');
}`;

/** An entry so many minutes old. */
export function at(minutesAgo: number, entry: JsonObject): JsonObject {
  return { date: new Date(Date.now() - minutesAgo * 60_000).toISOString(), client_name: 'Portal', ...entry };
}

export const about = (name: string) => ({ user_id: `auth0|${name}`, user_name: `${name}@example.com` });

/** Olga with Finance as her department: an Operator who is narrowed. */
export function olgaOfFinance({ people: { olga } }: OwnHooksWorld): Manager {
  return signedIn({ ...olga, app_metadata: { ...olga.app_metadata, department: 'Finance' } });
}

/** Nina of Finance and Hana of HR, under hooks that narrow to the department; called once, as `worldWithOwnHooks`. */
export function worldWithLog(): OwnHooksWorld {
  const world = worldWithOwnHooks();
  beforeEach(async () => {
    await world.tenant.setHooks({ access: defaultAccess, filter: departmentFilter });
    await world.tenant.putUser({
      user_id: hana,
      email: 'hana@example.com',
      name: 'Hana Secretive',
      app_metadata: { department: 'HR' },
    });
  });
  return world;
}

/** What one manager is shown of the log on one page. */
export async function rowsFor(manager: Manager, filter: Partial<LogFilter> = {}, from = '') {
  return (await listLog(manager, { ...wholeLog, ...filter, from })).rows;
}

export const typesFor = async (manager: Manager, filter: Partial<LogFilter> = {}) =>
  (await rowsFor(manager, filter)).map(({ type }) => type);
