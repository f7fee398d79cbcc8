import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UsersClient } from 'auth0/users';
import { signedIn } from '#lib/testing/people.ts';
import type { Manager } from '#lib/users/manager.ts';
import { demoVariables } from '../demo-variables.ts';
import { freePorts, startTenantProcess, type Variables } from '../stack.ts';

/** The embedded tenant in a process of its own, with a file, as the demo runs it. */
export interface BenchTenant {
  /** The official SDK's client, on the tenant's Management API. */
  users: UsersClient;
  /** Kelly, made anew as the session does for every request. */
  kelly(): Manager;
  /** Changes one user whom Kelly sees, so that nothing in the tenant can answer from memory. */
  changeSomebody(note: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** A folder of its own for one start of the stack, with the variables of the demo. */
export interface BenchPlace {
  variables: Variables;
  remove(): void;
}

let place: BenchPlace | undefined;

/**
 * The settings of this process are read once, so all tenants of a run, one after the other, have the same
 * address and the same secrets.
 */
async function benchPlace(): Promise<BenchPlace> {
  if (place) return place;
  place = await makeBenchPlace();
  Object.assign(process.env, place.variables);
  process.once('exit', place.remove);
  return place;
}

export async function makeBenchPlace(): Promise<BenchPlace> {
  const folder = mkdtempSync(path.join(tmpdir(), 'steward-bench-'));
  const [port = 0, tenantPort = 0] = await freePorts(2);
  return {
    variables: demoVariables({ folder, port, tenantPort }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Starts a tenant with the demo's people and so many users in all; one at a time. */
export async function startBenchTenant(userCount: number): Promise<BenchTenant> {
  const { variables } = await benchPlace();
  const file = `${variables.TENANT_FILE}-${userCount}`;
  const started = await startTenantProcess({
    ...variables,
    TENANT_FILE: file,
    TENANT_USERS: `${userCount}`,
  });
  const stop = async () => {
    await started.stop();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
  };
  try {
    const origin = `http://${variables.AUTH0_DOMAIN}`;
    const users = new UsersClient({
      baseUrl: `${origin}/api/v2`,
      token: await managementToken(origin, variables),
      maxRetries: 0,
    });
    const [kelly] = await users.listUsersByEmail({ email: 'kelly@example.com' });
    const userId = kelly?.user_id;
    if (userId === undefined) throw new Error('The tenant has no Kelly.');
    const profile = JSON.stringify(kelly);
    return {
      users,
      kelly: () => signedIn(JSON.parse(profile)),
      changeSomebody: (note) => users.update(userId, { user_metadata: { note } }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function managementToken(origin: string, variables: Variables): Promise<string> {
  const answer = await fetch(`${origin}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: variables.AUTH0_MANAGEMENT_CLIENT_ID,
      client_secret: variables.AUTH0_MANAGEMENT_CLIENT_SECRET,
      audience: `${origin}/api/v2/`,
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`The tenant gave no token (${answer.status}).`);
  return token;
}
