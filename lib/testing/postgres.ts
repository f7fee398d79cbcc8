import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PostgresServer, startPostgresServer } from './postgres-server.ts';

/** A PostgreSQL server of one test file's own, which listens on loopback and keeps nothing. */
export type TestPostgres = PostgresServer;

export async function startPostgres(): Promise<TestPostgres> {
  const data = await mkdtemp(path.join(tmpdir(), 'steward-postgres-data-'));
  const password = randomBytes(16).toString('hex');
  const server = await startPostgresServer({ data, password, isDurable: false });
  return {
    database: server.database,
    async stop() {
      await server.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
