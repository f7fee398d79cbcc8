import type { TenantUser } from '../../tenant-user.ts';
import { findUser, param } from '../call/find-user.ts';
import { readBody } from '../call/read-body.ts';
import { type Endpoint, ManagementError } from '../endpoint.ts';
import { checkIdentifiersPresent, checkUsername } from './database-connection.ts';
import { logChange } from './log-change.ts';
import { checkMetadata, mergeMetadata } from './metadata.ts';
import { newPasswordHash, rememberPassword } from './new-password.ts';
import { connectionOfChange, refuseForeignAttributes, refusePairs } from './refused-changes.ts';
import { sendVerificationEmail } from './send-verification-email.ts';
import { takenIdentifier } from './taken-identifiers.ts';
import { userAnswer } from './user-answer.ts';
import { type ChangedUserBody, changedUserBody } from './user-body.ts';

/** `PATCH /users/{id}`: lays the body over the user; metadata is merged on its first level. */
export const patchUser: Endpoint = {
  method: 'PATCH',
  path: '/users/{id}',
  scopes: ['update:users', 'update:users_app_metadata', 'update:current_user_metadata'],
  rateLimit: 'write-users',
  async handle(call, tenant) {
    const userId = param(call, 'id');
    const body = readBody(call, changedUserBody);
    const before = findUser(tenant, userId);
    refusePairs(body);
    checkMetadata(body);
    refuseForeignAttributes(tenant, before, body);
    const connection = connectionOfChange(tenant, before, body);
    if (connection && body.username) checkUsername(connection, body.username);
    const { password } = body;
    const password_hash =
      connection && password && (await newPasswordHash(tenant, connection, before, password));
    // Read again: the user may have been changed or deleted while the password was being hashed.
    const present = findUser(tenant, userId);
    const user = changedUser(present, body);
    if (connection) {
      if (!password_hash) checkIdentifiersPresent(connection, user);
      const taken = takenIdentifier(tenant, connection.name, changedIdentifiers(user, body), userId);
      if (taken)
        throw new ManagementError(409, `The specified new ${taken} already exists`, 'auth0_idp_error');
      if (password_hash) rememberPassword(tenant, connection, present);
    }
    const passwordChange = password_hash ? { password_hash, last_password_reset: user.updated_at } : {};
    const changed = { ...user, ...passwordChange };
    tenant.store.users.set(userId, changed);
    if (body.verify_email) sendVerificationEmail(tenant, changed, call.headers);
    logChange(tenant, call, 'Update a User', changed);
    return { status: 200, body: userAnswer(changed) };
  },
};

const withoutTrace = new Set(['connection', 'client_id', 'password', 'verify_email', 'verify_phone_number']);

function changedUser(present: TenantUser, body: ChangedUserBody): TenantUser {
  const changed: TenantUser = { ...present };
  for (const [key, value] of Object.entries(body)) {
    if (value === undefined || withoutTrace.has(key)) continue;
    if (value === null) delete changed[key];
    else changed[key] = key === 'email' || key === 'username' ? String(value).toLowerCase() : value;
  }
  if (body.user_metadata) changed.user_metadata = mergeMetadata(present.user_metadata, body.user_metadata);
  if (body.app_metadata) changed.app_metadata = mergeMetadata(present.app_metadata, body.app_metadata);
  if (changed.email !== present.email && body.email_verified === undefined) changed.email_verified = false;
  // Later than before, also when two changes fall into one millisecond: clients tell versions apart by it.
  changed.updated_at = new Date(Math.max(Date.now(), Date.parse(present.updated_at) + 1)).toISOString();
  return changed;
}

function changedIdentifiers(user: TenantUser, body: ChangedUserBody) {
  return {
    email: body.email ? user.email : undefined,
    username: body.username ? user.username : undefined,
    phone_number: body.phone_number ? user.phone_number : undefined,
  };
}
