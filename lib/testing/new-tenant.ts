import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { allEndpoints } from '#lib/tenant/management/all-endpoints.ts';
import { connectionCollection } from '#lib/tenant/management/connections/connection.ts';
import { everyScope } from '#lib/tenant/server/demo-clients.ts';
import { type RunningTenant, startTenant } from '#lib/tenant/start-tenant.ts';

const controlSecret = 'control-secret-of-the-tests';

/** A new tenant as a company has it: a database, Google, an owner's client, and nothing of this console. */
export interface NewTenant extends RunningTenant {
  /** A Management API token of the owner's, with every scope but these. */
  token(without?: readonly string[]): Promise<string>;
  /** What the Management API answers to the owner. */
  ask(method: string, pathname: string, body?: object): Promise<ReturnType<typeof JSON.parse>>;
  setFaults(faults: object): Promise<void>;
  /** Puts a user in past the rules of the API. */
  putUser(user: object): Promise<void>;
}

export async function startNewTenant(): Promise<NewTenant> {
  const owner = { client_id: 'owner', client_secret: randomBytes(16).toString('hex') };
  const tenant = await startTenant({
    port: 0,
    controlSecret,
    clients: [
      { ...owner, name: 'Owner', grant_types: ['client_credentials'], scopes: everyScope(allEndpoints) },
    ],
    seed: (started) => {
      const common = { options: {}, is_domain_connection: false, enabled_clients: [] };
      const connections = connectionCollection(started);
      connections.set('con_main', {
        ...common,
        id: 'con_main',
        name: 'People',
        strategy: 'auth0',
        realms: ['People'],
      });
      connections.set('con_g', {
        ...common,
        id: 'con_g',
        name: 'google',
        strategy: 'google-oauth2',
        realms: [],
      });
    },
  });
  const token = async (without: readonly string[] = []) => {
    const scope = everyScope(allEndpoints).filter((one) => !without.includes(one));
    const response = await fetch(`${tenant.url}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...owner,
        grant_type: 'client_credentials',
        audience: `${tenant.url}/api/v2/`,
        scope: scope.join(' '),
      }),
    });
    const { access_token: accessToken } = await response.json();
    return accessToken;
  };
  return {
    ...tenant,
    token,
    async ask(method, pathname, body) {
      const response = await fetch(`${tenant.url}/api/v2${pathname}`, {
        method,
        headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      });
      const text = await response.text();
      return text === '' ? undefined : JSON.parse(text);
    },
    setFaults: (faults) => control(tenant.url, 'PUT', '/faults', faults),
    putUser: (user) => control(tenant.url, 'POST', '/users', user),
  };
}

async function control(url: string, method: string, pathname: string, body: object): Promise<void> {
  const answer = await fetch(`${url}/_control${pathname}`, {
    method,
    headers: { authorization: `Bearer ${controlSecret}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} /_control${pathname}: ${answer.status} ${await answer.text()}`);
}

export interface Ran {
  exitCode: number;
  /** All that the command printed, on both streams. */
  output: string;
  stdout: string;
}

const project = path.resolve(import.meta.dirname, '../..');

/** Runs one of the project's commands as a person does, with these variables and no others. */
export function runCommand(
  command: 'setup' | 'doctor' | 'import-dae',
  args: string[],
  variables: Record<string, string> = {},
): Promise<Ran> {
  const { PATH, HOME } = process.env;
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', command, '--', ...args], {
      cwd: project,
      env: { NODE_ENV: 'test', ...(PATH && { PATH }), ...(HOME && { HOME }), ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.once('close', (exitCode) => resolve({ exitCode: exitCode ?? -1, output, stdout }));
  });
}
