import { isJsonObject } from '#lib/json.ts';
import type { AuditRecord, EntryContent } from './record.ts';

/** What stands beside an entry's content to find it by. All of it is made of the content. */
export interface EntryColumns {
  record_id: string;
  kind: string;
  server: string;
  started_at: string;
  manager_id: string;
  user_id: string | null;
  action: string;
  /** Every action and permit, each between spaces. */
  actions: string;
  outcome: string;
  /** The user's departments, each between line feeds. */
  departments: string;
  /** In lower case. */
  search_text: string;
}

const searchTextCharactersMax = 8_000;

export function columnsOf({ kind, server, record }: EntryContent): EntryColumns {
  const departments = record.user?.departments ?? [];
  return {
    record_id: record.id,
    kind,
    server,
    started_at: record.startedAt,
    manager_id: storableText(record.manager.id),
    user_id: record.user && storableText(record.user.id),
    action: record.action,
    actions: ` ${[record.action, ...record.permits].join(' ')} `,
    outcome: record.outcome,
    departments: storableText(`\n${departments.join('\n')}\n`),
    search_text: storableText(searchTextOf(record)),
  };
}

function searchTextOf({ manager, user, reason, saved, notSaved, ...record }: AuditRecord): string {
  const { payload, bodies, before, after } = record;
  const texts = [
    ...[record.id, record.requestId, record.action, record.from.ip ?? ''],
    ...textsIn([manager, user, reason, saved, notSaved, after, before, payload, bodies]),
  ];
  return [...new Set(texts)].join('\n').slice(0, searchTextCharactersMax).toLowerCase();
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** PostgreSQL's texts hold neither the character 0 nor halves of surrogate pairs. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed();
}
