import { setTimeout as wait } from 'node:timers/promises';
import { accessToken } from '#lib/auth0/access-token.ts';
import { env } from '#lib/env.ts';
import { toHookSource } from '#lib/hook-runner/load-hooks.ts';
import { runHook } from '#lib/hook-runner/run-hook.ts';
import { log } from '#lib/log.ts';
import { pingState } from '#lib/state/probe-state.ts';
import { isDraining } from './drain.ts';

const partNames = ['state', 'tenant', 'sandbox'] as const;
type PartName = (typeof partNames)[number];

/** Whether this server should be given requests; each part is `ok` or a sentence for everybody to read. */
export type Readiness = { status: 'ready' | 'not ready' | 'draining' } & Record<PartName, string>;

const answerWithinMs = 1_500;
const freshForMs = 1_000;

interface Asked {
  atMs: number;
  parts: Promise<Record<PartName, string>>;
}

const key = Symbol.for('steward.readiness');
const holder: typeof globalThis & { [key]?: Asked } = globalThis;

/** Asks each part at most once a second, however often this is asked, and waits for none longer than 1.5 s. */
export async function readiness(): Promise<Readiness> {
  const known = holder[key];
  const asked = known && Date.now() - known.atMs < freshForMs ? known : { atMs: Date.now(), parts: ask() };
  holder[key] = asked;
  const parts = await asked.parts;
  if (isDraining()) return { status: 'draining', ...parts };
  return { status: partNames.every((name) => parts[name] === 'ok') ? 'ready' : 'not ready', ...parts };
}

async function ask(): Promise<Record<PartName, string>> {
  const [state, tenant, sandbox] = await Promise.all([
    answerOf('state', pingState, 'Steward’s own data cannot be reached.'),
    answerOf(
      'tenant',
      askTenant,
      'The tenant does not answer, or does not accept this console’s credentials.',
    ),
    answerOf('sandbox', askSandbox, 'Hooks cannot be run.'),
  ]);
  return { state, tenant, sandbox };
}

/** The sentence tells nothing that an error might; that stands in the log. */
async function answerOf(part: PartName, probe: () => Promise<unknown>, sentence: string): Promise<string> {
  const late = new AbortController();
  const isLate = wait(answerWithinMs, undefined, { signal: late.signal }).then(
    () => {
      throw new Error(`No answer within ${answerWithinMs} ms`);
    },
    () => undefined,
  );
  try {
    await Promise.race([probe(), isLate]);
    return 'ok';
  } catch (error) {
    log('warn', sentence, { part, error });
    return sentence;
  } finally {
    late.abort();
  }
}

/** The token is the one that every call uses, and this address costs nothing of what the tenant allows. */
async function askTenant(): Promise<void> {
  await accessToken(AbortSignal.timeout(answerWithinMs));
  const address = new URL('/.well-known/openid-configuration', env().managementOrigin);
  const answer = await fetch(address, { signal: AbortSignal.timeout(answerWithinMs) });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`${address.href} answered ${answer.status}`);
}

const probeHook = toHookSource('settings', '(ctx, callback) => callback(null, true)');

async function askSandbox(): Promise<void> {
  const { outcome } = await runHook(probeHook, {}, { limits: { waitMs: answerWithinMs } });
  if (!outcome.ok) throw new Error(outcome.error.message);
}
