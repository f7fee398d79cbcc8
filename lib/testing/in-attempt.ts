import { type AttemptBy, attempted } from '#lib/audit/attempt.ts';

const by: AttemptBy = {
  manager: () => ({ id: 'auth0|tests', name: 'Tests', roles: [], departments: [] }),
  user: (user) => ({ id: user.user_id, name: null, departments: [] }),
};

/** A function that changes the tenant, as it is called by a verb: each call is an attempt that is recorded. */
export function inAttempt<Arguments extends readonly unknown[], Value>(
  change: (...asked: Arguments) => Promise<Value>,
): (...asked: Arguments) => Promise<Value> {
  return (...asked) =>
    attempted(by, { action: 'update:user', userId: null, payload: null }, () => change(...asked));
}
