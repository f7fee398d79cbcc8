import type { DemoPerson } from '../login/demo-person.ts';
import type { TenantUser } from '../tenant-user.ts';
import type { Random } from './random.ts';
import { mainConnection } from './seed-connections.ts';

const details: Record<string, { title: string; phone: string; location: string; costCenter: string }> = {
  'kelly@example.com': {
    title: 'Head of finance operations',
    phone: '+49 30 23125 140',
    location: 'Berlin',
    costCenter: 'FI-2010',
  },
  'ivan@example.com': {
    title: 'Identity engineer',
    phone: '+44 20 7946 0951',
    location: 'London',
    costCenter: 'IT-5010',
  },
  'olga@example.com': {
    title: 'Service desk lead',
    phone: '+31 20 5550 317',
    location: 'Amsterdam',
    costCenter: 'IT-5020',
  },
  'amir@example.com': {
    title: 'HR business partner',
    phone: '+44 20 7946 0208',
    location: 'London',
    costCenter: 'HR-1010',
  },
  'noor@example.com': {
    title: 'Office manager',
    phone: '+65 6550 0642',
    location: 'Singapore',
    costCenter: 'GE-9000',
  },
  'pia@example.com': {
    title: 'Campaign manager',
    phone: '+49 30 23125 208',
    location: 'Berlin',
    costCenter: 'MK-3010',
  },
};

/** One of the demo's people by name, as a user of the main connection. `now` is in milliseconds since 1970. */
export function makeDemoPerson(
  person: DemoPerson,
  { random, now, passwordHash }: { random: Random; now: number; passwordHash: string },
): TenantUser {
  const id = random.hex(24);
  const { costCenter, ...shown } = details[person.email] ?? { costCenter: 'GE-9000' };
  const [given = person.name, family = ''] = person.name.split(' ');
  const createdAt = new Date(now - (700 + random.below(300)) * 86_400_000).toISOString();
  const lastLogin = new Date(now - (2 + random.below(50)) * 3_600_000).toISOString();
  return {
    user_id: `auth0|${id}`,
    identities: [{ connection: mainConnection, provider: 'auth0', user_id: id, isSocial: false }],
    email: person.email,
    email_verified: true,
    name: person.name,
    given_name: given,
    family_name: family,
    nickname: given.toLowerCase(),
    created_at: createdAt,
    updated_at: lastLogin,
    last_login: lastLogin,
    last_ip: '192.0.2.17',
    logins_count: 40 + random.below(200),
    user_metadata: {
      ...shown,
      languages: ['English'],
      employeeNumber: `E${1_000 + random.below(900)}`,
    },
    app_metadata: {
      ...(person.department ? { department: person.department } : {}),
      ...(person.role ? { roles: [person.role] } : {}),
      employment: 'permanent',
      costCenter,
    },
    password_hash: passwordHash,
  };
}
