import type { AuditRecord } from '#lib/audit/record.ts';
import { makeRecord } from '#lib/audit/testing/make-record.ts';
import type { User } from '#lib/auth0/user.ts';
import { env } from '#lib/env.ts';
import { appendEntry } from '#lib/state/append-entries.ts';
import { upToDate } from '#lib/state/on-their-way.ts';
import { openState } from '#lib/state/state.ts';

/** Makes the audit trail of this test's state empty. */
export async function emptyTrail(): Promise<void> {
  const { db } = await upToDate(openState);
  await db.deleteFrom('audit_entry').execute();
  await db
    .updateTable('audit_head')
    .set({ sequence: 0, hash: '0'.repeat(64) })
    .execute();
}

/** Appends a record that has ended, of this tenant and a moment ago; answers with it. */
export async function putRecord(more: Partial<AuditRecord> = {}): Promise<AuditRecord> {
  const record = makeRecord({
    tenant: new URL(env().tenantOrigin).host,
    startedAt: new Date(Date.now() - 1_000).toISOString(),
    ...more,
  });
  await appendEntry({ kind: 'ended', server: 'a test', record });
  return record;
}

/** How a user of the demo stands in a record. */
export function recorded(user: User): NonNullable<AuditRecord['user']> {
  const department = (user.app_metadata as { department?: string } | undefined)?.department;
  return { id: user.user_id, name: user.name ?? null, departments: department ? [department] : [] };
}

/** How a manager of the demo stands in a record. */
export function recordedManager(user: User): AuditRecord['manager'] {
  const roles = (user.app_metadata as { roles?: string[] } | undefined)?.roles ?? [];
  return { ...recorded(user), name: user.name ?? user.user_id, roles };
}
