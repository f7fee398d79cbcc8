import type { TenantIdentity, TenantUser } from '../tenant-user.ts';
import { departments, type Office, offices } from './company.ts';
import { toAddressLetters } from './latin.ts';
import { makeName, type PersonName } from './make-name.ts';
import { makePicture } from './make-picture.ts';
import type { Random } from './random.ts';
import {
  contractorConnection,
  entraConnection,
  googleConnection,
  mainConnection,
} from './seed-connections.ts';

const dayMs = 86_400_000;

/** What all users of one seed share. */
export interface Population {
  random: Random;
  /** Milliseconds since 1970: times are spread before it. */
  now: number;
  /** E-mail addresses and usernames that are given away. */
  taken: Set<string>;
  /** Of a password that nobody knows. */
  passwordHash: string;
}

/** Where an account is kept, of a hundred users. */
const accounts = [
  { share: 84, connection: mainConnection, provider: 'auth0', isSocial: false },
  { share: 8, connection: contractorConnection, provider: 'auth0', isSocial: false },
  { share: 4, connection: googleConnection, provider: 'google-oauth2', isSocial: true },
  { share: 4, connection: entraConnection, provider: 'waad', isSocial: false },
];

/** The next user of the population: the same at every run, but for the times, which are counted back from now. */
export function makeUser(population: Population, number: number): TenantUser {
  const { random } = population;
  const person = makeName(random);
  const { share: _, ...account } = random.pickByShare(accounts);
  const identity: TenantIdentity = { ...account, user_id: makeProviderId(random, account.provider) };
  const email = freeAddress(population, person);
  const createdAt = population.now - Math.floor((20 + random.next() ** 1.5 * 2_400) * dayMs);
  return {
    user_id: `${identity.provider}|${identity.user_id}`,
    identities: [identity],
    email,
    email_verified: !random.chance(0.06),
    ...(identity.connection === contractorConnection ? { username: freeUsername(population, person) } : {}),
    name: person.name,
    given_name: person.given,
    family_name: person.family,
    nickname: email.slice(0, email.indexOf('@')),
    ...(random.chance(0.1) ? { picture: makePicture(random) } : {}),
    ...(random.chance(0.03) ? { blocked: true } : {}),
    ...metadata(random, person, number, createdAt),
    ...signIns(random, population.now, createdAt),
    ...(identity.provider === 'auth0' ? { password_hash: population.passwordHash } : {}),
  };
}

/** The part of a user id behind the bar, as each provider writes it. */
function makeProviderId(random: Random, provider: string): string {
  if (provider === 'google-oauth2') return `1${Array.from({ length: 20 }, () => random.below(10)).join('')}`;
  return random.hex(provider === 'waad' ? 32 : 24);
}

function freeAddress({ taken }: Population, person: PersonName): string {
  const given = toAddressLetters(person.latinGiven).slice(0, 24);
  const family = toAddressLetters(person.latinFamily).slice(0, 32);
  for (let count = 1; ; count += 1) {
    const address = `${given}.${family}${count === 1 ? '' : count}@example.com`;
    if (taken.has(address)) continue;
    taken.add(address);
    return address;
  }
}

function freeUsername({ taken }: Population, person: PersonName): string {
  const letters = (name: string) => toAddressLetters(name).replaceAll('-', '');
  const base = `${letters(person.latinGiven).slice(0, 1)}${letters(person.latinFamily)}`
    .slice(0, 10)
    .padEnd(3, 'x');
  for (let count = 1; ; count += 1) {
    const username = `${base}${count === 1 ? '' : count}`;
    if (taken.has(username)) continue;
    taken.add(username);
    return username;
  }
}

function metadata(random: Random, person: PersonName, number: number, createdAt: number) {
  const department = random.pickByShare(departments);
  const office = random.pickByShare(offices);
  const startedAt = createdAt - random.below(30) * dayMs;
  return {
    user_metadata: {
      title: random.pick(department.titles),
      phone: phoneOf(random, office),
      location: office.city,
      languages: languagesOf(person, office),
      employeeNumber: `E${String(10_000 + number)}`,
      startDate: new Date(startedAt).toISOString().slice(0, 10),
      ...(random.chance(0.35)
        ? {
            address: { street: `${random.pick(office.streets)} ${1 + random.below(180)}`, city: office.city },
          }
        : {}),
      ...(random.chance(0.12) ? { firstAider: true } : {}),
    },
    app_metadata: {
      ...(department.name ? { department: department.name } : {}),
      employment: random.pickByShare([
        { share: 82, name: 'permanent' },
        { share: 12, name: 'fixed-term' },
        { share: 6, name: 'contractor' },
      ]).name,
      costCenter: random.pick(department.costCenters),
    },
  };
}

function phoneOf(random: Random, office: Office): string {
  return office.phonePrefix + String(random.below(1_000)).padStart(3, '0');
}

function languagesOf(person: PersonName, office: Office): string[] {
  const languages = new Set(['English', person.language, office.language]);
  return Array.from(languages).filter((language) => language !== undefined);
}

/** Most signed in lately, some long ago, some never. */
function signIns(random: Random, now: number, createdAt: number) {
  const created_at = new Date(createdAt).toISOString();
  const never = random.chance(0.08);
  const age = Math.floor(random.next() ** 2.6 * 90 * dayMs) + random.below(3_600_000);
  const last_login = new Date(Math.max(now - age, createdAt)).toISOString();
  const changedAt = Math.max(createdAt, now - Math.floor(random.next() ** 2 * 700 * dayMs));
  if (never) return { created_at, updated_at: new Date(changedAt).toISOString() };
  return {
    created_at,
    updated_at: [new Date(changedAt).toISOString(), last_login].toSorted().at(-1) ?? last_login,
    last_login,
    last_ip: random.pick(['192.0.2.', '198.51.100.', '203.0.113.']) + (1 + random.below(254)),
    logins_count: 1 + Math.floor(random.next() ** 3 * 600),
  };
}
