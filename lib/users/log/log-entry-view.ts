import type { User } from '#lib/auth0/user.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { say } from '#lib/words.ts';
import { displayNameOf } from '../display-name.ts';
import type { SeenLogEntry } from '../permit/permit-log.ts';
import type { Settings } from '../policy/settings.ts';
import type { LogEventTone } from './log-event.ts';
import { logEventOf } from './log-events.ts';
import { withoutOthers, withoutSecrets } from './log-veil.ts';

/** One entry of the tenant's log as one manager may see it. Nothing else of it reaches the browser. */
export interface LogEntryView {
  logId: string;
  /** ISO 8601, or `null`. */
  date: string | null;
  /** The event's code, and what it is called. */
  type: string;
  event: string;
  tone: LogEventTone;
  description: string | null;
  /** Whom it is about. `userId` is `null` for somebody who has no page: nobody any more, or never anybody. */
  user: { userId: string | null; name: string } | null;
  connection: string | null;
  clientId: string | null;
  clientName: string | null;
  ip: string | null;
  userAgent: string | null;
  /** City and country, as the tenant took them from the IP address. */
  place: string | null;
}

export interface LogEntryDetails extends LogEntryView {
  hostname: string | null;
  audience: string | null;
  /** The whole entry without secrets, or why it is not shown. */
  raw: { entry: JsonObject } | { reason: string };
}

/** Their details tell of whom a call was about, or of the tenant: of anybody, that is. */
const groupsAboutOthers: ReadonlySet<string | undefined> = new Set(['management', 'system', undefined]);

/** The parts of an entry that a manager may see; those of a masked user are few, for any may hold what the mask hides. */
export function logEntryView(seen: SeenLogEntry): LogEntryView {
  const entry = withoutSecrets(seen.entry);
  const kind = logEventOf(entry.type);
  const shown: JsonObject = seen.isMasked ? {} : entry;
  const description = textOf(shown.description);
  return {
    logId: entry.log_id,
    date: Number.isNaN(Date.parse(entry.date)) ? null : entry.date,
    type: kind.code,
    event: kind.name,
    tone: kind.tone,
    description: description === null || !seen.isNarrowed ? description : veiled(description, seen.user),
    user: userIn(seen),
    connection: textOf(shown.connection),
    clientId: textOf(entry.client_id),
    clientName: textOf(entry.client_name),
    ip: textOf(shown.ip),
    userAgent: textOf(shown.user_agent),
    place: placeIn(shown.location_info),
  };
}

/** One entry in full. */
export function logEntryDetails(seen: SeenLogEntry, settings: Settings): LogEntryDetails {
  const entry = withoutSecrets(seen.entry);
  const shown: JsonObject = seen.isMasked ? {} : entry;
  return {
    ...logEntryView(seen),
    hostname: textOf(entry.hostname),
    audience: textOf(shown.audience),
    raw: rawOf(seen, settings),
  };
}

function rawOf(seen: SeenLogEntry, settings: Settings): LogEntryDetails['raw'] {
  const { entry, user, isMasked, isNarrowed } = seen;
  if (settings.suppressRawData) return { reason: say('Your organisation’s settings keep raw data back.') };
  if (isMasked) return { reason: say('Your organisation’s rules show you a part of this user only.') };
  const readable = withoutSecrets(entry);
  if (!isNarrowed) return { entry: readable };
  if (!user || groupsAboutOthers.has(logEventOf(entry.type).group)) {
    return { reason: say('It may tell of others, whom you do not manage.') };
  }
  return { entry: withoutOthers(readable, user) };
}

function veiled(description: string, user: User | undefined): string | null {
  return user ? withoutOthers(description, user) : null;
}

function userIn({ entry, user }: SeenLogEntry): LogEntryView['user'] {
  if (user) return { userId: user.user_id, name: displayNameOf(user) };
  const name = textOf(entry.user_name) ?? textOf(entry.user_id);
  return name === null ? null : { userId: null, name };
}

function placeIn(location: unknown): string | null {
  if (!isJsonObject(location)) return null;
  const country = textOf(location.country_name) ?? textOf(location.country_code);
  return [textOf(location.city_name), country].filter((part) => part !== null).join(', ') || null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
