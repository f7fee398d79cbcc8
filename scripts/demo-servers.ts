import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isReachableForAll, type PostgresServer, startPostgresServer } from '#lib/testing/postgres-server.ts';
import type { Variables } from './stack.ts';

/** What one of several consoles has of its own. */
export function serverOf({ APP_BASE_URL }: Variables, port: number): Variables {
  const address = new URL(`${APP_BASE_URL}`);
  address.port = `${port}`;
  return { PORT: `${port}`, APP_BASE_URL: address.origin };
}

/** Lets the embedded tenant lead people back to each of the consoles. */
export function addressesOf(servers: Variables[]): Variables {
  const origins = servers.slice(1).map(({ APP_BASE_URL }) => APP_BASE_URL);
  return {
    TENANT_CALLBACKS: origins.map((origin) => `${origin}/auth/callback`).join(','),
    TENANT_LOGOUT_URLS: origins.flatMap((origin) => [origin, `${origin}/`]).join(','),
  };
}

/** Starts the PostgreSQL that the demo's servers share; what it keeps lies in the demo's folder. */
export async function startDemoPostgres(
  folder: string,
  { DEMO_DATABASE_PASSWORD: password = '' }: Variables,
): Promise<PostgresServer> {
  const data = path.join(folder, 'postgres');
  const place = (await isReachableForAll(data)) ? data : placeBeside(folder, password);
  return startPostgresServer({ data: place, password, isDurable: true });
}

/** For root, whose folders others cannot reach; named after the password, so that a demo that starts over has a new one. */
function placeBeside(folder: string, password: string): string {
  const name = createHash('sha256').update(`${folder} ${password}`).digest('hex').slice(0, 16);
  return path.join(tmpdir(), `steward-demo-${name}`);
}
