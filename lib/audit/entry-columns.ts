import { isJsonObject } from '#lib/json.ts';
import type { AuditRecord, EntryContent } from './record.ts';

/** What stands beside an entry's content to find it by. All of it is made of the content. */
export interface EntryColumns {
  record_id: string;
  kind: string;
  server: string;
  tenant: string;
  started_at: string;
  manager_id: string;
  /** In lower case. */
  manager_name: string;
  user_id: string | null;
  /** In lower case; blank where there is no user, or where nobody knew the name. */
  user_name: string;
  action: string;
  /** Every action and permit, each between spaces. */
  actions: string;
  outcome: string;
  /** The user's departments, each between line feeds. */
  departments: string;
  /** The same in lower case: databases have their own ideas of it. */
  department_names: string;
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
    tenant: record.tenant,
    started_at: record.startedAt,
    manager_id: storableText(record.manager.id),
    manager_name: storableText(record.manager.name.toLowerCase()),
    user_id: record.user && storableText(record.user.id),
    user_name: storableText((record.user?.name ?? '').toLowerCase()),
    action: record.action,
    actions: ` ${[record.action, ...record.permits].join(' ')} `,
    outcome: record.outcome,
    departments: storableText(`\n${departments.join('\n')}\n`),
    department_names: storableText(departments.join('\n').toLowerCase()),
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
