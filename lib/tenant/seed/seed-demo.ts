import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Tenant } from '../management/endpoint.ts';
import { hashPassword } from '../passwords.ts';
import type { TenantUser } from '../tenant-user.ts';
import { demoPeople } from './demo-people.ts';
import { makeDemoPerson } from './make-demo-person.ts';
import { makeUser } from './make-user.ts';
import { createRandom } from './random.ts';
import { seedClients } from './seed-clients.ts';
import { seedConnections } from './seed-connections.ts';
import { seedFactors } from './seed-factors.ts';
import { seedGroups } from './seed-groups.ts';
import { seedLogs } from './seed-logs.ts';
import { seedSessions } from './seed-sessions.ts';

export interface SeedOptions {
  /** How many users in all, the demo's people among them. */
  users: number;
  /** The password of the demo's people. */
  password: string;
  /** The client that people sign in to, for which the connections are enabled. */
  clientId?: string;
  /** Milliseconds since 1970; times are counted back from it. */
  now?: number;
}

/** How many users, from the first, get logs, factors, devices, sessions and groups. */
const usersWithTraces = 2_000;
const usersPerTurn = 5_000;

/** Fills an empty tenant with the demo's connections, people and users: the same ones at every run. */
export async function seedDemo(tenant: Tenant, options: SeedOptions): Promise<void> {
  const { clientId = 'steward-console', now = Date.now() } = options;
  const random = createRandom(20_261_123);
  seedConnections(tenant, [clientId, ...seedClients(tenant)]);

  const people = { random, now, passwordHash: await hashPassword(options.password) };
  const nobody = await hashPassword(randomBytes(24).toString('base64url'));
  const population = {
    random,
    now,
    taken: new Set(demoPeople.map(({ email }) => email)),
    passwordHash: nobody,
  };
  const traced: TenantUser[] = [];
  for (let number = 0; number < options.users; number += 1) {
    const person = demoPeople[number];
    const user = person ? makeDemoPerson(person, people) : makeUser(population, number);
    tenant.store.users.set(user.user_id, user);
    if (traced.length < usersWithTraces) traced.push(user);
    if (number % usersPerTurn === usersPerTurn - 1) await nextTurn();
  }
  const generated = traced.slice(demoPeople.length);
  seedGroups(tenant, random, generated);
  seedFactors(tenant, random, generated, clientId);
  seedLogs(tenant, random, traced, { now, clientId });
  seedSessions(tenant, random, generated, { now, clientId });
}
