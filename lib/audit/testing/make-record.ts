import type { AuditRecord } from '../record.ts';

/** A record of Kelly, who blocked a user in Finance; for tests. */
export function makeRecord(more: Partial<AuditRecord> = {}): AuditRecord {
  return {
    id: crypto.randomUUID(),
    tenant: 'example.eu.auth0.com',
    startedAt: '2026-11-23T08:00:00.000Z',
    durationMs: 120,
    manager: {
      id: 'auth0|kelly',
      name: 'Kelly',
      roles: ['Delegated Admin - User'],
      departments: ['Finance'],
    },
    from: { ip: '192.0.2.1', userAgent: 'Firefox' },
    requestId: 'request-1',
    action: 'block:user',
    permits: ['block:user'],
    user: { id: 'auth0|fay', name: 'Fay', departments: ['Finance'] },
    outcome: 'done',
    reason: null,
    saved: null,
    notSaved: null,
    before: { blocked: false },
    after: { blocked: true },
    payload: null,
    bodies: [{ blocked: true }],
    hookVersions: { access: 'abc' },
    undoes: null,
    resolvedAt: null,
    ...more,
  };
}
