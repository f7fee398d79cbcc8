import {
  methodCollection,
  refreshMultifactor,
} from '../management/authentication-methods/authentication-method.ts';
import { deviceCollection } from '../management/device-credentials/device-credential.ts';
import type { Tenant } from '../management/endpoint.ts';
import { blocksCollection } from '../management/user-blocks/user-block.ts';
import type { TenantUser } from '../tenant-user.ts';
import { userAgents } from './company.ts';
import type { Random } from './random.ts';

const dayMs = 86_400_000;

/** Second factors, devices and brute-force blocks for some of the users. */
export function seedFactors(tenant: Tenant, random: Random, users: TenantUser[], clientId: string): void {
  for (const user of users) {
    if (user.last_login && random.chance(0.14)) addFactors(tenant, random, user);
    if (user.last_login && random.chance(0.25)) addDevice(tenant, random, user, clientId);
    if (user.email && user.password_hash && random.chance(0.01)) {
      const block = {
        identifier: user.email,
        ip: `203.0.113.${1 + random.below(254)}`,
        connection: user.identities[0]?.connection ?? '',
      };
      const { user_id } = user;
      blocksCollection(tenant).set(user_id, { id: user_id, user_id, blocked_for: [block] });
    }
  }
}

function addFactors(tenant: Tenant, random: Random, user: TenantUser): void {
  const enrolledAt = enrolmentOf(random, user);
  const common = {
    user_id: user.user_id,
    confirmed: true,
    created_at: enrolledAt,
    enrolled_at: enrolledAt,
  };
  const methods = [
    { type: 'totp', name: 'Authenticator app' },
    { type: 'phone', phone_number: 'XXXXXXX417', preferred_authentication_method: 'sms' as const },
    { type: 'webauthn-roaming', name: 'Security key' },
  ];
  const first = random.pick(methods);
  const chosen = random.chance(0.5) ? [first, { type: 'recovery-code' }] : [first];
  for (const method of chosen) {
    const id = `${method.type}|dev_${random.hex(16)}`;
    methodCollection(tenant).set(id, { ...common, ...method, id, last_auth_at: user.last_login });
  }
  refreshMultifactor(tenant, user.user_id);
}

/** With the profile, or within the three weeks before the last sign-in. */
function enrolmentOf(random: Random, user: TenantUser): string {
  const shortly = Date.parse(user.last_login ?? '') - Math.floor(random.next() * 21 * dayMs);
  return new Date(
    random.chance(0.5) ? Math.max(shortly, Date.parse(user.created_at)) : Date.parse(user.created_at),
  ).toISOString();
}

function addDevice(tenant: Tenant, random: Random, user: TenantUser, clientId: string): void {
  const id = `dcr_${random.hex(16)}`;
  deviceCollection(tenant).set(id, {
    id,
    device_name: random.pick(userAgents).device,
    device_id: random.hex(32),
    type: 'refresh_token',
    user_id: user.user_id,
    client_id: clientId,
  });
}
