import { noteUserId } from '#lib/audit/note.ts';
import type { AuditRecord } from '#lib/audit/record.ts';
import type { GuardedImport } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { recordById } from '#lib/state/records.ts';
import { type Words, words } from '#lib/words.ts';
import { valueAt, withValueAt } from '../form/field-values.ts';
import { requireMayCreate } from '../form/form.ts';
import { mainConnectionOf } from '../form/form-connections.ts';
import { describeCreateForm } from '../form/form-frame.ts';
import { guardRestore, withoutSecrets } from '../guard/guard-restore.ts';
import { type Manager, requireScope } from '../manager.ts';
import { accessFault, askAccess } from '../permit/permit-access.ts';
import { reasonAgainst } from '../permit/permit-rights.ts';
import { scopeOf } from '../permit/scope.ts';
import { isTestable, scopeMatcher } from '../permit/scope-reach.ts';
import { presentMemberships } from '../policy/memberships.ts';
import { firstLevelOf, membershipsInHooks } from '../policy/payload.ts';
import { type Policy, policyFor } from '../policy/policy.ts';
import { bodyOfRestoring } from '../policy/write-body.ts';
import { undoKindOf } from '../undo/undo-kind.ts';
import { reasonAgainstMail } from './restore-permissions.ts';

/** A role or an organization of the tenant. */
export interface NamedGroup {
  id: string;
  name: string;
}

/** A deleted user who can be made again by this manager. */
export interface RestorePlan {
  record: AuditRecord;
  /** As they were. */
  user: User;
  /** As they would be. */
  result: User;
  guarded: GuardedImport;
  /** `null` where they were not known any more when the user was deleted. */
  roles: NamedGroup[] | null;
  organizations: NamedGroup[] | null;
  /** Whether anything of the user was a secret, which no record keeps. */
  hadSecrets: boolean;
  /** Why no mail to set a password can be sent; `null` where one can. */
  mailRefused: Words | null;
}

const neverInPayload: ReadonlySet<string> = new Set([
  'password',
  'repeatPassword',
  'connection',
  'memberships',
]);

/**
 * What a manager would make again of a deleted user: permitted as a create of this user, by the settings, the
 * access and the filter hook, the write hook and the guard. Nothing is sent.
 * @throws AppError 'not-found' alike for no such record and for somebody whom the manager could not see;
 * 'invalid-input' where there is no way back; 'no-role', 'not-allowed', 'refused-by-hook', 'refused-by-guard',
 * 'hook-failed'
 */
export async function planRestore(manager: Manager, recordId: string): Promise<RestorePlan> {
  requireScope(manager, 'manage:users');
  const policy = await policyFor(manager);
  const stored = await recordById(recordId);
  const snapshot = stored?.record.action === 'delete:user' ? stored.record.before : null;
  const isHere = stored?.record.tenant === new URL(env().tenantOrigin).host;
  if (!stored || !isHere || !isJsonObject(snapshot?.user)) throw noSuchRecord();
  const { record } = stored;
  const kept = withoutSecrets(snapshot.user);
  const userId = record.user?.id ?? '';
  noteUserId(userId);
  const user: User = { ...(isJsonObject(kept) ? kept : {}), user_id: userId };
  await requireSight(manager, policy, user);
  const kind = undoKindOf({ ...record, userId });
  if (kind.kind === 'none') throw new AppError('invalid-input', kind.reason);
  if (!mainConnectionOf(user)?.isDatabase) {
    throw new AppError(
      'invalid-input',
      words(
        'Only users of this tenant’s own databases can be restored. Others are there again when they sign in.',
      ),
    );
  }
  const roles = groupsIn(snapshot.roles);
  const reason = reasonAgainst(
    manager,
    user,
    'change:profile',
    env().TENANT_ROLES === 'on' ? (roles ?? []) : [],
  );
  if (reason) throw new AppError('refused-by-guard', reason);
  requireMayCreate(policy);
  const answer = await bodyOfRestoring(manager, policy, await payloadOf(manager, policy, user));
  const { guarded, result } = await guardRestore(manager, policy, user, answer);
  const organizations = groupsIn(snapshot.organizations);
  const hadSecrets = JSON.stringify(kept) !== JSON.stringify(snapshot.user);
  const mailRefused = await reasonAgainstMail(manager, policy, result);
  return { record, user, result, guarded, roles, organizations, hadSecrets, mailRefused };
}

/** Somebody outside the filter, or refused as `read:user`, is as unknown as a record that there is not. */
async function requireSight(manager: Manager, policy: Policy, user: User): Promise<void> {
  const scope = await scopeOf(manager, policy);
  const [answer] = await askAccess(manager, policy, [{ user, action: 'read:user' }]);
  if (answer && !answer.permitted && answer.failure.code !== 'refused') {
    throw accessFault(manager, answer.failure);
  }
  // Nobody can ask the tenant about somebody who is not there; then the access hook has to decide alone.
  const isDecided = isTestable(scope) || policy.hooks.access !== undefined;
  if (!answer?.permitted || !isDecided || !scopeMatcher(scope)(user)) throw noSuchRecord();
}

/** `payload` of a create that would make the user as they were; a password is in none. */
async function payloadOf(manager: Manager, policy: Policy, user: User): Promise<JsonObject> {
  const { fields } = await describeCreateForm(manager, policy);
  const memberships = await presentMemberships(manager, policy, user);
  const connection = mainConnectionOf(user)?.name;
  const declared = fields
    .filter(({ property }) => !neverInPayload.has(property))
    .reduce<JsonObject>((payload, { property }) => {
      // Whole values, as on an update: what lies beside a declared one would else be lost.
      const top = firstLevelOf(property);
      const value = valueAt(user, top);
      return value === undefined || value === null ? payload : withValueAt(payload, top, value);
    }, {});
  return {
    ...declared,
    ...(connection !== undefined && { connection }),
    memberships: membershipsInHooks(memberships, policy.settings),
  };
}

function groupsIn(value: Json | undefined): NamedGroup[] | null {
  if (!Array.isArray(value)) return null;
  return value.flatMap((one) =>
    isJsonObject(one) && typeof one.id === 'string' ? [{ id: one.id, name: String(one.name ?? one.id) }] : [],
  );
}

function noSuchRecord(): AppError {
  return new AppError('not-found', words('There is no such record, or it is not about one of your users.'));
}
