import { existsSync } from 'node:fs';
import path from 'node:path';
import { originOf } from '#lib/env.ts';
import { checkManagement } from './doctor/check-management.ts';
import { checkSignIn } from './doctor/check-sign-in.ts';
import {
  readOptions,
  type SetupOptions,
  toBaseUrl,
  toDomain,
  toSignIn,
  toToken,
  usage,
} from './setup/arguments.ts';
import { ask, askHidden } from './setup/ask.ts';
import { readEnvFile } from './setup/env-file.ts';
import { planSetup, type Step, type Target } from './setup/plan.ts';
import { readTenant } from './setup/read-tenant.ts';
import { type ManagementApi, managementApi, SetupError } from './setup/tenant-api.ts';

// Makes in a tenant what this console needs, writes the env file, and tries every scope.
try {
  process.exitCode = await setUp(readOptions(process.argv.slice(2), process.env));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function setUp(options: SetupOptions): Promise<number> {
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const file = readEnvFile(options.envFile);
  const folder = path.dirname(file.path);
  if (!existsSync(folder)) throw new SetupError(`There is no folder ${folder}. Nothing was changed.`);
  const typed =
    options.domain ?? file.variables.AUTH0_DOMAIN ?? (await asked(options, 'Domain of the tenant: ', ask));
  const domain = toDomain(typed);
  const managementDomain = options.managementDomain && toDomain(options.managementDomain);
  const origin = originOf(managementDomain ?? domain);
  const baseUrl = toBaseUrl(options.baseUrl, file);
  const secret =
    options.token ?? (await asked(options, `Management API token of ${domain} (not shown): `, askHidden));
  const api = managementApi(origin, toToken(secret, managementDomain ?? domain));
  const signIn = toSignIn(options.signIn, file);
  const target: Target = { baseUrl, signIn, domain, managementDomain: managementDomain || undefined, file };

  const steps = await stepsFor(api, target, options.connections);
  if (steps.length === 0) {
    console.log(`Nothing to change: ${domain} and ${file.path} are as Steward needs them.`);
  } else {
    const list = steps.map(({ title }, index) => `  ${index + 1}. ${title}.`).join('\n');
    console.log(`To set Steward up with ${domain} for ${baseUrl}:\n\n${list}\n`);
    if (!options.yes && !/^y(es)?$/i.test(await asked(options, 'Go on? [y/N] ', ask))) {
      console.log('Nothing was changed.');
      return 1;
    }
    await runAll(steps);
  }
  return check(readEnvFile(options.envFile).variables, origin, originOf(domain), target);
}

async function asked(options: SetupOptions, question: string, how: typeof ask): Promise<string> {
  if (!process.stdin.isTTY || options.yes) {
    throw new SetupError(
      `There is no terminal to ask at: ${question.trim()} Give it as an option; see --help. Nothing was changed.`,
    );
  }
  const answer = await how({ input: process.stdin, output: process.stdout }, question);
  if (answer === undefined) throw new SetupError('Ended by you. Nothing was changed.');
  return answer;
}

async function stepsFor(api: ManagementApi, target: Target, connections: string[]): Promise<Step[]> {
  const { baseUrl, file } = target;
  const state = await readTenant(api, { baseUrl, variables: file.variables, connections }).catch(
    (error: unknown) => {
      if (!(error instanceof SetupError)) throw error;
      throw new SetupError(`${error.message.replace(/ Nothing was changed\.$/, '')} Nothing was changed.`);
    },
  );
  return planSetup(api, state, target);
}

async function runAll(steps: readonly Step[]): Promise<void> {
  for (const [index, { title, run }] of steps.entries()) {
    try {
      await run();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const done = steps.slice(0, index).map((_, number) => number + 1);
      const undone = steps.slice(index).map((_, number) => index + number + 1);
      throw new SetupError(
        `Step ${index + 1} failed: ${title}.\n${why}\n` +
          `Done: ${done.join(', ') || 'nothing'}. Not done: ${undone.join(', ')}. ` +
          'Mend the cause and run this again: what is done is found and not done twice.',
      );
    }
    console.log(`  ${index + 1}. done`);
  }
}

/** Tries what was written, as the console will use it. */
async function check(
  variables: Record<string, string | undefined>,
  managementOrigin: string,
  tenantOrigin: string,
  { baseUrl, signIn }: Target,
): Promise<number> {
  const { findings } = await checkManagement({
    origin: managementOrigin,
    clientId: variables.AUTH0_MANAGEMENT_CLIENT_ID ?? '',
    clientSecret: variables.AUTH0_MANAGEMENT_CLIENT_SECRET ?? '',
  });
  const client = {
    authorizationEndpoint: `${tenantOrigin}/authorize`,
    tokenEndpoint: `${tenantOrigin}/oauth/token`,
    clientId: variables.AUTH0_CLIENT_ID ?? '',
    clientSecret: variables.AUTH0_CLIENT_SECRET ?? '',
    callback: `${baseUrl}/auth/callback`,
    prefix: 'AUTH0' as const,
  };
  const all = [...findings, ...(signIn === 'auth0' ? await checkSignIn(client) : [])];
  console.log('');
  for (const { ok, says, todo } of all) console.log(`  ${ok ? '✓' : '✗'} ${says}${todo ? ` ${todo}` : ''}`);
  const isRight = all.every(({ ok }) => ok);
  console.log(
    isRight
      ? '\nReady. Give a manager a role (docs/setup.md), then: npm run build && npm start'
      : '\nThe settings are written; what is marked ✗ does not work yet. A new grant can take a minute: npm run doctor tries again.',
  );
  return isRight ? 0 : 1;
}
