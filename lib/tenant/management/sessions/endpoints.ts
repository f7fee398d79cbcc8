import { z } from 'zod';
import { sessionsOfUser } from '../../oidc/user-sessions.ts';
import { findUser, param } from '../call/find-user.ts';
import { readBody } from '../call/read-body.ts';
import { readBoolean, readInteger } from '../call/read-paging.ts';
import type { Endpoint } from '../endpoint.ts';
import { revokeAccess } from './revoke-access.ts';
import { toSessionAnswer } from './session-answer.ts';

/** `GET /users/{user_id}/sessions`, by checkpoint. Of real tenants, only Enterprise ones answer it. */
const listUserSessions: Endpoint = {
  method: 'GET',
  path: '/users/{user_id}/sessions',
  scopes: ['read:sessions'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'user_id'));
    const take = readInteger(call.query, 'take', 1, 100) ?? 50;
    const sessions = sessionsOfUser(tenant.store, user.user_id).map((session) =>
      toSessionAnswer(tenant, session),
    );
    const position = sessions.findIndex((session) => session.id === call.query.get('from'));
    const taken = sessions.slice(position + 1, position + 1 + take);
    const next = position + 1 + take < sessions.length ? { next: taken.at(-1)?.id } : {};
    const total = readBoolean(call.query, 'include_totals') ? { total: sessions.length } : {};
    return { status: 200, body: { sessions: taken, ...next, ...total } };
  },
};

const deleteUserSessions: Endpoint = {
  method: 'DELETE',
  path: '/users/{user_id}/sessions',
  scopes: ['delete:sessions'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'user_id'));
    revokeAccess(tenant, user.user_id, { preserveRefreshTokens: true });
    return { status: 202 };
  },
};

const revocation = z.strictObject({
  session_id: z.string().max(50).optional(),
  preserve_refresh_tokens: z.boolean().optional(),
});

/** `POST /users/{id}/revoke-access` */
const revokeUserAccess: Endpoint = {
  method: 'POST',
  path: '/users/{id}/revoke-access',
  scopes: ['delete:sessions', 'delete:refresh_tokens'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    const asked = readBody(call, revocation);
    revokeAccess(tenant, user.user_id, {
      sessionId: asked.session_id,
      preserveRefreshTokens: asked.preserve_refresh_tokens,
    });
    return { status: 202 };
  },
};

export const sessionEndpoints: Endpoint[] = [listUserSessions, deleteUserSessions, revokeUserAccess];
