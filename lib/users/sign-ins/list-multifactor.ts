import { type AuthenticationMethod, readAuthenticationMethods } from '#lib/auth0/authentication-methods.ts';
import { said, type Words, words } from '#lib/words.ts';
import type { PartPermission } from '../form/user-form.ts';
import type { Manager } from '../manager.ts';
import { saidPermission } from '../permit/action-permission.ts';
import { permitToRead } from '../permit.ts';

export interface AuthenticationMethodView {
  id: string;
  /** What it is: 'One-time password'. */
  kind: string;
  /** What tells it from others: its name, telephone number or e-mail address. */
  detail: string | null;
  /** Set up to the end; one that is not is not asked for. */
  isConfirmed: boolean;
  /** ISO 8601, or `null`. */
  createdAt: string | null;
  lastUsedAt: string | null;
}

export interface UserMultifactor {
  methods: AuthenticationMethodView[];
  remove: PartPermission;
}

/**
 * The second factors and passkeys of a user. Beside the user's page it takes one call to the tenant.
 * @throws AppError 'not-found', 'refused-by-hook', 'hook-failed', 'tenant-limit', 'tenant-unavailable'
 */
export async function listMultifactor(manager: Manager, userId: string): Promise<UserMultifactor> {
  const { permitted, seenAs, actions } = await permitToRead(manager, userId, 'read:devices');
  const methods = await readAuthenticationMethods(permitted);
  const isMasked = seenAs !== permitted.user;
  return {
    methods: methods.map((method) => methodView(method, isMasked)),
    remove: saidPermission(actions['remove:multifactor-provider']),
  };
}

/** A mask may hide telephone number and e-mail address, and people name their factors after themselves. */
function methodView(method: AuthenticationMethod, isMasked: boolean): AuthenticationMethodView {
  const { name, phoneNumber, email } = method;
  const details = [name, phoneNumber, email].filter((part) => part !== undefined && part !== '');
  return {
    id: method.id,
    kind: said(methodKinds[method.type] ?? method.type),
    detail: isMasked ? null : details.join(', ') || null,
    isConfirmed: method.confirmed,
    createdAt: method.createdAt ?? null,
    lastUsedAt: method.lastUsedAt ?? null,
  };
}

/** The types that the Management API knows, in words. */
const methodKinds: Readonly<Record<string, Words>> = {
  'recovery-code': words('Recovery code'),
  totp: words('One-time password from an app'),
  push: words('Push notification'),
  phone: words('Text message or voice call'),
  email: words('E-mail code'),
  'email-verification': words('E-mail address'),
  'webauthn-roaming': words('Security key'),
  'webauthn-platform': words('Fingerprint, face or PIN of a device'),
  guardian: words('Guardian app'),
  passkey: words('Passkey'),
  password: words('Password'),
  duo: 'Duo',
};
