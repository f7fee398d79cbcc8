import { createContext, runInContext } from 'node:vm';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { runHook, runHookForEach } from '#lib/hook-runner/run-hook.ts';
import type { JsonObject } from '#lib/json.ts';
import { type Figure, written } from './figure.ts';
import { inTurns, median, msOf } from './samples.ts';
import {
  accessHook,
  freshHook,
  pageContext,
  toPlainHook,
  updateContext,
  writeHook,
} from './sandbox-samples.ts';

const micros = (ms: number) => `${written(ms * 1000)} µs`;

/** The write hook through the pool, against the same function called here with a JSON copy of what goes in and out. */
export async function measureWriteHook(): Promise<Figure> {
  const ctx = updateContext();
  const plain = toPlainHook(writeHook);
  const inProcess = () =>
    new Promise((resolve) => {
      const copy: JsonObject = JSON.parse(JSON.stringify(ctx));
      plain(copy, (_error, answer) => resolve(JSON.parse(JSON.stringify(answer))));
    });
  const [pooled = [], here = []] = await inTurns([() => runHook(writeHook, ctx), inProcess], {
    rounds: 3_000,
    warmUps: 500,
  });
  return {
    what: 'write hook through the pool, against in-process with a JSON copy',
    value: median(pooled) / median(here),
    unit: '×',
    atMost: 8,
    beside: `${micros(median(pooled))} against ${micros(median(here))}, ctx of ${JSON.stringify(ctx).length} bytes`,
  };
}

/** The access hook over a page, in one call; beside it a fresh context of node:vm for each row, as others do it. */
export async function measurePage(): Promise<Figure[]> {
  const { shared, members } = pageContext();
  const perRow = async () => {
    for (const member of members) {
      const ctx: JsonObject = JSON.parse(JSON.stringify({ ...shared, ...member }));
      const context = createContext({ ctx, callback: () => {} });
      runInContext(`(${accessHook.text.trim().replace(/;$/, '')})(ctx, callback)`, context);
    }
  };
  const [pooled = [], fresh = []] = await inTurns(
    [() => runHookForEach(accessHook, shared, members), perRow],
    {
      rounds: 30,
      warmUps: 5,
    },
  );
  return [
    { what: 'access hook over 100 rows in one call', value: median(pooled), unit: 'ms', atMost: 20 },
    {
      what: 'the same, against a fresh context and compile for each row',
      value: median(pooled) / median(fresh),
      unit: '×',
      atMost: 0.4,
      beside: `${written(median(fresh))} ms`,
    },
  ];
}

/** From a process without a pool to its first answer, and from a text never seen to its first answer. */
export async function measureStart(): Promise<Figure[]> {
  const starts: number[] = [];
  for (let round = 0; round < 3; round++) {
    await closeHookPool();
    starts.push(await msOf(() => runHook(freshHook(-round), {})));
  }
  const firsts: number[] = [];
  for (let n = 1; n <= 30; n++) firsts.push(await msOf(() => runHook(freshHook(n), {})));
  return [
    { what: 'pool ready, first answer included', value: median(starts), unit: 'ms', atMost: 400 },
    { what: 'first call of a new hook', value: median(firsts), unit: 'ms', atMost: 50 },
  ];
}
