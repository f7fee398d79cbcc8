import type { EventTable, LogEventGroup, LogEventKind, LogEventTone } from './log-event.ts';
import { credentialEvents, profileEvents, signInEvents } from './log-events-people.ts';
import { blockEvents, messageEvents, multifactorEvents } from './log-events-safety.ts';
import { managementEvents, systemEvents, tokenEvents } from './log-events-tenant.ts';

/** Every event that the tenant's log is documented to hold, by group, in the order in which they are offered. */
export const logEventGroups: readonly LogEventGroup[] = [
  { id: 'sign-in', name: 'Sign-in and sign-out', events: signInEvents },
  { id: 'credentials', name: 'Passwords, e-mail addresses and usernames', events: credentialEvents },
  { id: 'multifactor', name: 'Second factors', events: multifactorEvents },
  { id: 'blocks', name: 'Blocks and attacks', events: blockEvents },
  { id: 'profiles', name: 'Users', events: profileEvents },
  { id: 'messages', name: 'Messages and codes', events: messageEvents },
  { id: 'tokens', name: 'Tokens', events: tokenEvents },
  { id: 'management', name: 'Management API', events: managementEvents },
  { id: 'system', name: 'Tenant', events: systemEvents },
];

const kinds: ReadonlyMap<string, LogEventKind> = new Map(
  logEventGroups.flatMap(({ id, events }) =>
    Object.entries(events).map(([code, [tone, name]]): [string, LogEventKind] => [
      code,
      { code, name, tone, group: id },
    ]),
  ),
);

/**
 * What an event's code stands for. A code that is not known, because the tenant is newer than this table, is
 * told by its own text and belongs to no group.
 */
export function logEventOf(code: string): LogEventKind {
  return kinds.get(code) ?? { code, name: `Event “${code}”`, tone: toneOfUnknown(code), group: undefined };
}

/** The codes of a group; none for a group that there is not. */
export function codesOfGroup(id: string): string[] {
  const events: EventTable = logEventGroups.find((group) => group.id === id)?.events ?? {};
  return Object.keys(events);
}

function toneOfUnknown(code: string): LogEventTone {
  if (/fail|error|denied/.test(code)) return 'failed';
  return /succe|complete/.test(code) ? 'done' : 'note';
}
