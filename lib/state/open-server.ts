import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { log } from '#lib/log.ts';
import type { OpenDatabase } from './open-database.ts';

const connectTimeoutMs = 5_000;
/** Longer than anything takes, the wait for another server's hook included; a server that is gone says nothing. */
const queryTimeoutMs = 15_000;
const connectionsMax = 10;

/** Some engines make every whole number one of 64 bits, which the driver gives as text; none here is that large. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
}

/** Opens connections to a PostgreSQL server as they are needed. */
export function openServer(address: string): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: address,
    max: connectionsMax,
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: queryTimeoutMs,
    keepAlive: true,
    application_name: 'steward',
    types: { getTypeParser },
  });
  // A connection that breaks is replaced; without a listener it would end the process.
  const onBroken = (error: Error) =>
    log('warn', 'A connection to Steward’s database broke.', { cause: error.message });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', onBroken));
  return { dialect: new PostgresDialect({ pool }), isShared: true, afterClose: () => {} };
}
