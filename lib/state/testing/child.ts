import { toHookSource } from '#lib/hook-runner/load-hooks.ts';
import { runHook } from '#lib/hook-runner/run-hook.ts';
import { customDataOf } from '../custom-data.ts';
import { openStateAt } from '../state.ts';

// A process of its own for the tests: opens the state that it is given and does one thing with it, told by its
// first argument. Each line that it prints is about something that is done.
// Ends with the process that started it.
process.stdin.once('end', () => process.exit()).resume();

const [task, folder = '', databaseUrl, first = '0'] = process.argv.slice(2);
const opened = openStateAt({ databaseUrl: databaseUrl || undefined, folder });
await opened;
console.log('open');
const customData = customDataOf('https://example.eu.auth0.com', () => opened);
if (task === 'count') await count();
if (task === 'append') await append(Number(first), 10);
// Then it stays until it is ended.

/** Writes a number that counts up, with so much beside it that a write takes a while, for ever. */
async function count(): Promise<never> {
  for (;;) {
    const { json, version } = await customData.read();
    const n = Number(JSON.parse(json).n ?? 0) + 1;
    await customData.write(JSON.stringify({ n, filling: `${n % 10}`.repeat(390_000) }), version);
    console.log(n);
  }
}

/** Runs a hook at once for each of several numbers, which appends its number. */
async function append(from: number, howMany: number): Promise<void> {
  const hook = toHookSource(
    'write',
    'async (ctx) => { const data = await ctx.read(); await ctx.write({ seen: [...(data.seen || []), ctx.n] }); return true; }',
  );
  await Promise.all(
    Array.from({ length: howMany }, async (_, at) => {
      const { outcome } = await runHook(hook, { n: from + at }, { customData, limits: { waitMs: 60_000 } });
      if (!outcome.ok) throw new Error(outcome.error.message);
    }),
  );
  console.log('done');
}
