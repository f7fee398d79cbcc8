import { createHash, randomBytes } from 'node:crypto';
import type { TenantUser } from '../../tenant-user.ts';
import { readBody } from '../call/read-body.ts';
import { type Endpoint, ManagementError } from '../endpoint.ts';
import { checkIdentifiersPresent, checkUsername, databaseConnection } from './database-connection.ts';
import { logChange } from './log-change.ts';
import { checkMetadata } from './metadata.ts';
import { newPasswordHash } from './new-password.ts';
import { sendVerificationEmail } from './send-verification-email.ts';
import { takenIdentifier, userExists } from './taken-identifiers.ts';
import { userAnswer } from './user-answer.ts';
import { type NewUserBody, newUserBody } from './user-body.ts';

/** `POST /users`: a new user of a database connection. */
export const createUser: Endpoint = {
  method: 'POST',
  path: '/users',
  scopes: ['create:users'],
  rateLimit: 'write-users',
  async handle(call, tenant) {
    const body = readBody(call, newUserBody);
    checkMetadata(body);
    const connection = databaseConnection(tenant, body.connection);
    checkIdentifiersPresent(connection, body);
    if (body.username !== undefined) checkUsername(connection, body.username);
    const { password } = body;
    if (password === undefined) {
      throw new ManagementError(
        400,
        "Payload validation error: 'Missing required property: password'.",
        'invalid_body',
      );
    }
    const user = newUser(body);
    if (takenIdentifier(tenant, connection.name, user)) throw userExists();
    const password_hash = await newPasswordHash(tenant, connection, user, password);
    // Somebody else may have taken the identifiers while the password was being hashed.
    if (takenIdentifier(tenant, connection.name, user)) throw userExists();
    tenant.store.users.set(user.user_id, { ...user, password_hash });
    if (body.verify_email ?? !user.email_verified) sendVerificationEmail(tenant, user, call.headers);
    logChange(tenant, call, 'Create a User', user);
    return { status: 201, body: userAnswer(user) };
  },
};

/** The user that a body makes. What database connections keep in lower case is put so. */
function newUser(body: NewUserBody): TenantUser {
  const { connection, password: _password, verify_email: _verify, user_id: wantedId, ...attributes } = body;
  const id = wantedId || randomBytes(12).toString('hex');
  const email = body.email?.toLowerCase();
  const username = body.username?.toLowerCase();
  const time = new Date().toISOString();
  const label = email ?? username ?? body.phone_number ?? '';
  return {
    ...attributes,
    email,
    username,
    email_verified: body.email_verified ?? false,
    name: body.name ?? label,
    nickname: body.nickname ?? label.split('@')[0],
    picture: body.picture ?? defaultPicture(label),
    user_id: `auth0|${id}`,
    identities: [{ connection, provider: 'auth0', user_id: id, isSocial: false }],
    created_at: time,
    updated_at: time,
  };
}

/** Auth0's default: Gravatar, and where that has no picture the initials. */
function defaultPicture(label: string): string {
  const hash = createHash('md5').update(label).digest('hex');
  const initials = label.slice(0, 2).replace(/[^a-z]/g, 'x') || 'xx';
  const fallback = encodeURIComponent(`https://cdn.auth0.com/avatars/${initials}.png`);
  return `https://s.gravatar.com/avatar/${hash}?s=480&r=pg&d=${fallback}`;
}
