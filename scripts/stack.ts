import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';

/** Environment variables of a process; everything a child gets beyond PATH and HOME stands in one of these. */
export type Variables = Record<string, string>;

export interface StartedProcess {
  readonly child: ChildProcess;
  /** What the process has printed lately. */
  output(): string;
  /** Ends the process and waits until it has gone. */
  stop(): Promise<void>;
}

export const projectFolder = path.resolve(import.meta.dirname, '..');

/** Starts the embedded tenant and waits until it answers. */
export async function startTenantProcess(variables: Variables): Promise<StartedProcess> {
  const tenant = startNode(['lib/tenant/main.ts'], variables);
  await untilAnswering(tenant, `http://localhost:${variables.TENANT_PORT}/.well-known/openid-configuration`);
  return tenant;
}

/** Starts the built console on loopback and waits until it answers. */
export async function startConsoleProcess(variables: Variables): Promise<StartedProcess> {
  const server = startNode(
    [
      '--import',
      './scripts/before-start.ts',
      nextCommand,
      'start',
      '-H',
      'localhost',
      '-p',
      `${variables.PORT}`,
    ],
    variables,
  );
  await untilAnswering(server, `http://localhost:${variables.PORT}/icon.svg`);
  return server;
}

export const nextCommand = path.join('node_modules', 'next', 'dist', 'bin', 'next');

/** Starts a script with this Node and nothing of this process's environment but PATH and HOME. */
export function startNode(args: string[], variables: Variables): StartedProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NEXT_TELEMETRY_DISABLED: '1',
      ...variables,
      NODE_ENV: 'production',
    },
  });
  const lately: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      lately.push(text);
      if (lately.length > 200) lately.shift();
    });
  }
  return {
    child,
    output: () => lately.join(''),
    async stop() {
      if (hasEnded(child)) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      // What is in flight is answered first.
      const impatience = setTimeout(() => child.kill('SIGKILL'), 30_000);
      await gone;
      clearTimeout(impatience);
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function untilAnswering(started: StartedProcess, address: string): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    if (hasEnded(started.child)) break;
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok && !hasEnded(started.child)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await started.stop();
  throw new Error(`${address} did not answer. The process printed:\n${started.output()}`);
}

/** Throws a sentence when something listens on the port already. */
export async function requireFreePort(port: number, variable: string): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer().listen(port, host);
    try {
      await once(server, 'listening');
    } catch (error) {
      if (isInUse(error)) {
        throw new Error(
          `Port ${port} is taken by another program. End that, or choose another: ${variable}=${port + 1}.`,
        );
      }
    } finally {
      server.close();
    }
  }
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Ports on loopback that were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, 'localhost');
      await once(server, 'listening');
      return server;
    }),
  );
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      server.close();
      await once(server, 'close');
      if (typeof address !== 'object' || address === null) throw new Error('A server without a port');
      return address.port;
    }),
  );
}
