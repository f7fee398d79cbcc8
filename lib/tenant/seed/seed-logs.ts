import type { Tenant } from '../management/endpoint.ts';
import { appendLog } from '../management/logs/append-log.ts';
import type { NewLogEntry } from '../management/logs/log-entry.ts';
import type { TenantUser } from '../tenant-user.ts';
import { offices, userAgents } from './company.ts';
import type { Random } from './random.ts';

const dayMs = 86_400_000;
/** Auth0 keeps logs for 1 to 30 days, by plan. */
const keptMs = 30 * dayMs;

const otherEvents = [
  { share: 60, type: 'fp', description: 'Wrong email or password.' },
  { share: 15, type: 'scpr', description: 'Password change requested' },
  { share: 10, type: 'scp', description: 'Password changed' },
  { share: 10, type: 'sv', description: 'E-mail address verified' },
  { share: 5, type: 'gd_auth_failed', description: 'Multi-factor authentication failed' },
];

/** The sign-ins of the last 30 days, and what else happened to some of the users. `now` is in milliseconds since 1970. */
export function seedLogs(
  tenant: Tenant,
  random: Random,
  users: TenantUser[],
  { now, clientId }: { now: number; clientId: string },
): void {
  const entries = users.flatMap((user) => entriesOf(random, user, now, clientId));
  entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  for (const entry of entries) appendLog(tenant, entry);
}

type DatedEntry = NewLogEntry & { date: string };

function entriesOf(random: Random, user: TenantUser, now: number, clientId: string): DatedEntry[] {
  const lastLogin = Date.parse(user.last_login ?? '');
  if (Number.isNaN(lastLogin) || now - lastLogin > keptMs) return [];
  const office = offices.find(({ city }) => city === user.user_metadata?.location) ?? random.pick(offices);
  const agent = random.pick(userAgents);
  const identity = user.identities[0];
  const common = {
    user_id: user.user_id,
    user_name: user.email ?? user.username,
    connection: identity?.connection,
    strategy: identity?.provider,
    strategy_type: identity?.provider === 'auth0' ? 'database' : identity?.isSocial ? 'social' : 'enterprise',
    client_id: clientId,
    client_name: 'Steward',
    ip: user.last_ip,
    user_agent: agent.text,
    isMobile: /phone/i.test(agent.device),
    location_info: { country_code: office.countryCode, city_name: office.city, time_zone: office.timeZone },
  };
  const entries: DatedEntry[] = [{ ...common, type: 's', date: new Date(lastLogin).toISOString() }];
  const earlier = Math.min(random.below(6), (user.logins_count ?? 1) - 1);
  for (let count = 0; count < earlier; count += 1) {
    const time = lastLogin - Math.floor(random.next() * 14 * dayMs) - 600_000;
    if (now - time > keptMs || time < Date.parse(user.created_at)) continue;
    const other = random.chance(0.15) ? random.pickByShare(otherEvents) : { type: 's' };
    const { type, description } = { description: undefined, ...other };
    entries.push({ ...common, type, description, date: new Date(time).toISOString() });
  }
  return entries;
}
