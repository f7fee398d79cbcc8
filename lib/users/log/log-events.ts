import { say } from '#lib/words.ts';
import type {
  EventTable,
  LogEventGroup,
  LogEventKind,
  LogEventName,
  LogEventTone,
  OfferedLogEvents,
} from './log-event.ts';
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

interface KnownEvent {
  name: LogEventName;
  tone: LogEventTone;
  group: string;
}

const known: ReadonlyMap<string, KnownEvent> = new Map(
  logEventGroups.flatMap(({ id, events }) =>
    Object.entries(events).map(([code, [tone, name]]): [string, KnownEvent] => [
      code,
      { name, tone, group: id },
    ]),
  ),
);

/**
 * What an event's code stands for, in the language of the request. A code that is not known, because the tenant is newer than this table, is
 * told by its own text and belongs to no group.
 */
export function logEventOf(code: string): LogEventKind {
  const event = known.get(code);
  return event
    ? { ...event, code, name: say(event.name) }
    : { code, name: say('Event “{code}”', { code }), tone: toneOfUnknown(code), group: undefined };
}

/** All events by group, in the language of the request. */
export function offeredLogEvents(): OfferedLogEvents[] {
  return logEventGroups.map(({ id, name, events }) => ({
    id,
    name: say(name),
    events: Object.entries(events).map(([code, [, event]]) => ({ code, name: say(event) })),
  }));
}

/** The codes of the events whose name holds a text, in English or in the language of the request. */
export function codesNamed(text: string): string[] {
  const wanted = text.toLowerCase();
  return [...known].flatMap(([code, { name }]) =>
    [name, say(name)].some((one) => one.toLowerCase().includes(wanted)) ? code : [],
  );
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
