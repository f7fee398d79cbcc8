import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startPostgres } from '#lib/testing/postgres.ts';
import type { CapturedCall } from '../../e2e/by-hand.ts';
import {
  freePorts,
  projectFolder,
  type StartedProcess,
  startConsoleProcess,
  startTenantProcess,
  type Variables,
} from '../stack.ts';
import { makeBenchPlace } from './bench-tenant.ts';
import { type Figure, told, written } from './figure.ts';
import { type LoadManager, sessionOf, signedInManagers } from './load-managers.ts';
import { measureAnHour } from './load-memory.ts';
import { capturedCreate, type Kind, listOnce, operate, type Server } from './load-operations.ts';
import { quantile } from './samples.ts';

const managerCounts = [1, 20, 200] as const;
const secondsEach = 4;
/** How long somebody looks at a page before the next, where people are measured who read what they asked for. */
const secondsBetween = 10;

/** What many managers meet who work at the same time, on one server and on two that share a database. */
export async function measureLoad(): Promise<Figure[]> {
  const place = await makeBenchPlace();
  const postgres = await startPostgres();
  const processes: StartedProcess[] = [];
  try {
    const variables = {
      ...place.variables,
      HOOKS_DIR: hooksWithBurner(path.dirname(`${place.variables.STATE_DIR}`)),
      DATABASE_URL: await postgres.database('steward'),
      TENANT_CALLS_PER_SECOND: '1000',
      TENANT_CALLS_BURST: '10000',
    };
    processes.push(await startTenantProcess(variables));
    const one = await startServer(variables, processes);
    const create = await capturedCreate(one.url, variables);
    const managers = await signedInManagers(variables, one.url, Math.max(...managerCounts));
    const alone = await measureServers([one], managers, create, 'one server');
    const beside = await measureBesideBurner(one, managers, variables);
    const hour = await measureAnHour(one, managers.slice(0, 10), create);
    const [port = 0] = await freePorts(1);
    const appUrl = `http://localhost:${port}`;
    const two = await startServer({ ...variables, PORT: `${port}`, APP_BASE_URL: appUrl }, processes);
    const both = await measureServers([one, two], managers, create, 'two servers');
    return [...alone, ...both, beside, hour];
  } finally {
    await Promise.all(processes.map((started) => started.stop()));
    await postgres.stop();
    place.remove();
  }
}

async function startServer(variables: Variables, processes: StartedProcess[]): Promise<Server> {
  const process = await startConsoleProcess(variables);
  processes.push(process);
  return { url: `http://localhost:${variables.PORT}`, process };
}

/** The project’s own hooks, but whoever is called Burner spends all the time that a hook may have. */
function hooksWithBurner(folder: string): string {
  const hooks = path.join(folder, 'hooks');
  const own = path.join(projectFolder, 'hooks');
  for (const file of readdirSync(own).filter((name) => /^[a-zA-Z]+\.js$/.test(name))) {
    cpSync(path.join(own, file), path.join(hooks, file));
  }
  writeFileSync(
    path.join(hooks, 'filter.js'),
    `function (ctx, callback) {
      while (ctx.request.user.email === 'olga@example.com') {}
      const { department } = ctx.request.user.app_metadata;
      callback(null, department === 'IT' ? '' : 'app_metadata.department:"' + department + '"');
    }`,
  );
  return hooks;
}

async function measureServers(
  servers: readonly Server[],
  managers: readonly LoadManager[],
  call: CapturedCall,
  where: string,
): Promise<Figure[]> {
  for (const server of servers) await Promise.all(managers.slice(0, 20).map((m) => listOnce(server.url, m)));
  const figures: Figure[] = [];
  const doing = (kind: Kind) => (round: number, at: number, manager: LoadManager) =>
    operate(kind, round, `${servers[at % servers.length]?.url}`, manager, call);
  for (const kind of ['list', 'create', 'mixed'] as const) {
    for (const count of managerCounts) {
      const what = `${kind}, ${count} ${count === 1 ? 'manager' : 'managers'} without a pause, ${where}, p95`;
      figures.push(told(figureOf(what, await underLoad(managers.slice(0, count), doing(kind)))));
    }
  }
  const what = `mixed, ${managers.length} managers, each every ${secondsBetween} s, ${where}, p95`;
  figures.push(told(figureOf(what, await staggered(managers, doing('mixed')))));
  return figures;
}

interface Load {
  samples: number[];
  perSecond: number;
  failed: number;
}

function figureOf(what: string, { samples, perSecond, failed }: Load): Figure {
  const failures = failed > 0 ? `, ${failed} of ${samples.length} refused or too late` : '';
  const beside = `p50 ${written(quantile(samples, 0.5))} ms, ${written(perSecond)} per second${failures}`;
  return { what, value: quantile(samples, 0.95), unit: 'ms', beside };
}

type Run = (round: number, at: number, manager: LoadManager) => Promise<void>;

/** Every manager does one thing after the other until the time is over. */
function underLoad(managers: readonly LoadManager[], run: Run): Promise<Load> {
  return timed(managers, secondsEach, async (manager, at, once, isOver) => {
    for (let round = 0; round === 0 || !isOver(); round += 1) await once(() => run(round, at, manager));
  });
}

/** Every manager does one thing, evenly spread over the time between two. */
function staggered(managers: readonly LoadManager[], run: Run): Promise<Load> {
  return timed(managers, secondsBetween, async (manager, at, once) => {
    await setTimeout((at / managers.length) * secondsBetween * 1_000);
    await once(() => run(at, at, manager));
  });
}

async function timed(
  managers: readonly LoadManager[],
  seconds: number,
  work: (
    manager: LoadManager,
    at: number,
    once: (run: () => Promise<void>) => Promise<void>,
    isOver: () => boolean,
  ) => Promise<void>,
): Promise<Load> {
  const samples: number[] = [];
  let failed = 0;
  const startMs = performance.now();
  const once = async (run: () => Promise<void>) => {
    const beginMs = performance.now();
    await run().catch((error: Error) => {
      if (failed === 0) console.error(error.message);
      failed += 1;
    });
    samples.push(performance.now() - beginMs);
  };
  const isOver = () => performance.now() > startMs + seconds * 1_000;
  await Promise.all(managers.map((manager, at) => work(manager, at, once, isOver)));
  return { samples, perSecond: (samples.length * 1_000) / (performance.now() - startMs), failed };
}

/** Lists of twenty managers beside two tabs of somebody whose every request runs a hook into its limit. */
async function measureBesideBurner(
  server: Server,
  managers: readonly LoadManager[],
  variables: Variables,
): Promise<Figure> {
  const twenty = managers.slice(0, 20);
  const lists = () => underLoad(twenty, (_, __, manager) => listOnce(server.url, manager));
  const quiet = await lists();
  const burner = await sessionOf(server.url, 'olga@example.com', `${variables.DEMO_PASSWORD}`);
  let burning = true;
  const fire = [1, 2].map(async () => {
    while (burning) await (await fetch(`${server.url}/users`, { headers: { cookie: burner } })).text();
  });
  const beside = await lists();
  burning = false;
  await Promise.all(fire);
  const [quietMs, besideMs] = [quiet, beside].map(({ samples }) => quantile(samples, 0.95));
  return told({
    what: 'list, 20 managers at once, beside a hook that burns CPU, against without, p95',
    value: Number(besideMs) / Number(quietMs),
    unit: '×',
    beside: `${written(Number(besideMs))} ms against ${written(Number(quietMs))} ms`,
  });
}
