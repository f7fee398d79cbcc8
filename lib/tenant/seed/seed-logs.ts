import { methodCollection } from '../management/authentication-methods/authentication-method.ts';
import type { Tenant } from '../management/endpoint.ts';
import { appendLog } from '../management/logs/append-log.ts';
import type { NewLogEntry } from '../management/logs/log-entry.ts';
import type { TenantUser } from '../tenant-user.ts';
import { offices, userAgents } from './company.ts';
import { enrolment, type LogStory, logStories, machineEvents } from './log-stories.ts';
import type { Random } from './random.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Auth0 keeps logs for 1 to 30 days, by plan. */
const keptMs = 30 * dayMs;

export type DatedEntry = NewLogEntry & { date: string };

interface Around {
  now: number;
  clientId: string;
}

/** When somebody's first second factor was set up, in milliseconds since 1970, by the user's id. */
type Enrolments = ReadonlyMap<string, number>;

/** The sign-ins of the last 30 days, and what else happened to some of the users. `now` is in milliseconds since 1970. */
export function seedLogs(tenant: Tenant, random: Random, users: TenantUser[], around: Around): void {
  const enrolments = enrolmentsIn(tenant);
  const entries = users.flatMap((user) => entriesOf(random, user, around, enrolments));
  entries.push(...entriesOfMachines(random, around));
  entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  for (const entry of entries) appendLog(tenant, entry);
}

function enrolmentsIn(tenant: Tenant): Enrolments {
  const enrolments = new Map<string, number>();
  for (const { user_id: userId, enrolled_at: enrolledAt } of methodCollection(tenant).values()) {
    const time = Date.parse(enrolledAt ?? '');
    enrolments.set(userId, Math.min(time, enrolments.get(userId) ?? time));
  }
  return enrolments;
}

function entriesOf(
  random: Random,
  user: TenantUser,
  { now, clientId }: Around,
  enrolments: Enrolments,
): DatedEntry[] {
  const lastLogin = Date.parse(user.last_login ?? '');
  if (Number.isNaN(lastLogin) || now - lastLogin > keptMs) return [];
  const common = commonPart(random, user, clientId);
  const entries: DatedEntry[] = [{ ...common, type: 's', date: new Date(lastLogin).toISOString() }];
  const enrolledMs = enrolments.get(user.user_id);
  if (enrolledMs !== undefined && now - enrolledMs <= keptMs) {
    entries.push(...told(common, enrolment, enrolledMs));
  }
  const earlier = Math.min(random.below(6), (user.logins_count ?? 1) - 1);
  for (let count = 0; count < earlier; count += 1) {
    const time = lastLogin - Math.floor(random.next() * 14 * dayMs) - 600_000;
    if (now - time > keptMs || time < Date.parse(user.created_at)) continue;
    const story = random.chance(0.3) ? random.pickByShare(logStories) : signIn;
    entries.push(...told(common, isTrue(story, user, time, enrolledMs) ? story : signIn, time));
  }
  return entries;
}

const signIn: LogStory = { share: 0, events: [['s']] };

function isTrue({ needs }: LogStory, user: TenantUser, timeMs: number, enrolledMs = Infinity): boolean {
  if (needs === 'second-factor') return timeMs > enrolledMs;
  return needs !== 'verified-email' || user.email_verified === true;
}

/** What happens in a story follows one upon the other within minutes. */
function told(common: NewLogEntry, story: LogStory, startMs: number): DatedEntry[] {
  return story.events.map(([type, description, details], at) => ({
    ...common,
    type,
    ...(description !== undefined && { description }),
    ...(details !== undefined && { details }),
    date: new Date(startMs + at * minuteMs * 0.7).toISOString(),
  }));
}

function commonPart(random: Random, user: TenantUser, clientId: string): NewLogEntry {
  const office = offices.find(({ city }) => city === user.user_metadata?.location) ?? random.pick(offices);
  const agent = random.pick(userAgents);
  const identity = user.identities[0];
  return {
    type: 's',
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
}

/** What no user did: machines that ask for tokens, limits that were reached, strangers who tried. */
function entriesOfMachines(random: Random, { now }: Around): DatedEntry[] {
  return Array.from({ length: 90 }, () => {
    const { share: _share, ...event } = random.pickByShare(machineEvents);
    return { ...event, date: new Date(now - Math.floor(random.next() * keptMs)).toISOString() };
  });
}
