import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { demoPeople } from '#lib/tenant/seed/demo-people.ts';
import { buildWhereNeeded } from './build.ts';
import { commandLine } from './command-line.ts';
import { issuerPort, startCompanySignIn } from './demo-company.ts';
import { addressesOf, serverOf, startDemoPostgres } from './demo-servers.ts';
import { demoVariables } from './demo-variables.ts';
import {
  projectFolder,
  requireFreePort,
  type StartedProcess,
  startConsoleProcess,
  startTenantProcess,
  type Variables,
} from './stack.ts';

const options = commandLine(
  'npm run demo -- [--fresh] [--users 100000] [--sign-in auth0|oidc] [--servers 2]',
  {
    fresh: { type: 'boolean', default: false },
    users: { type: 'string' },
    'sign-in': { type: 'string', default: 'auth0' },
    servers: { type: 'string', default: '1' },
  },
);
if (options.users !== undefined && !/^[1-9]\d{0,6}$/.test(options.users)) {
  console.error('--users takes a whole number, for instance --users 100000.');
  process.exit(1);
}
if (!['auth0', 'oidc'].includes(options['sign-in'])) {
  console.error('--sign-in takes auth0 (at the tenant) or oidc (at a company’s own provider).');
  process.exit(1);
}
if (!/^[1-9]$/.test(options.servers)) {
  console.error('--servers takes a number from 1 to 9; more than one share a PostgreSQL.');
  process.exit(1);
}

const folder = path.join(projectFolder, '.steward');
const port = Number(process.env.PORT || 3000);
const tenantPort = Number(process.env.TENANT_PORT || 4400);
const ports = Array.from({ length: Number(options.servers) }, (_, at) => port + at);
try {
  for (const one of ports) await requireFreePort(one, 'PORT');
  await requireFreePort(tenantPort, 'TENANT_PORT');
  if (options['sign-in'] === 'oidc') await requireFreePort(issuerPort, 'ISSUER_PORT');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

if (options.fresh || options.users) {
  rmSync(folder, { recursive: true, force: true });
  console.log('Starting over: the demo’s former data is gone.');
}
const variables = demoVariables({ folder, port, tenantPort });
const servers = ports.map((one) => serverOf(variables, one));
if (options.users) variables.TENANT_USERS = options.users;
if (options['sign-in'] === 'oidc') {
  Object.assign(variables, await startCompanySignIn(servers.map(({ APP_BASE_URL }) => `${APP_BASE_URL}`)));
}

buildWhereNeeded();
const database = servers.length > 1 ? await startDemoPostgres(folder, variables) : undefined;
if (database) variables.DATABASE_URL = await database.database('steward');
const tenant = await startTenantProcess({ ...variables, ...addressesOf(servers) });
const consoles = await startAll(servers.map((own) => ({ ...variables, ...own })));

const people = demoPeople.map(
  ({ email, department, role }) =>
    `    ${email.padEnd(20)} ${(department ?? 'no department').padEnd(14)} ${role ?? 'no role'}`,
);
console.log(`
  Steward            ${servers.map(({ APP_BASE_URL }) => APP_BASE_URL).join('\n                     ')}
  Embedded tenant    http://${variables.AUTH0_DOMAIN}
  Its mail           http://${variables.AUTH0_DOMAIN}/outbox
  Signing in         ${variables.OIDC_ISSUER ?? 'at the embedded tenant'}
  Settings           .steward/demo.env

  People (password for all: ${variables.DEMO_PASSWORD})
${people.join('\n')}

  Ctrl+C ends all of it.
`);

const ended = await Promise.race([
  once(process, 'SIGINT').then(() => undefined),
  once(process, 'SIGTERM').then(() => undefined),
  ...consoles.map((one) => once(one.child, 'exit').then(() => one)),
  once(tenant.child, 'exit').then(() => tenant),
  parentGone(),
]);
await Promise.all(consoles.map((one) => one.stop()));
await Promise.all([tenant.stop(), database?.stop()]);
if (ended) {
  console.error(`A part of the demo ended on its own. It had printed:\n${ended.output()}`);
  process.exit(1);
}
process.exit(0);

/** The first prepares the database; the others find it ready. */
async function startAll(each: Variables[]): Promise<StartedProcess[]> {
  const started: StartedProcess[] = [];
  try {
    for (const own of each) started.push(await startConsoleProcess(own));
    return started;
  } catch (error) {
    await Promise.all([tenant.stop(), ...started.map((one) => one.stop())]);
    await database?.stop();
    throw error;
  }
}

/** npm passes no signal on when it is killed itself; the demo then ends with it instead of staying behind. */
function parentGone(): Promise<undefined> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    setInterval(() => {
      if (process.ppid !== parent) resolve(undefined);
    }, 1_000);
  });
}
