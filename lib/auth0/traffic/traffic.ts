import { env } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { sharedBudgetOf } from '#lib/state/tenant-budget.ts';
import { measured } from '#lib/telemetry/telemetry.ts';
import { endOfPatience, patientNow } from '../patience.ts';
import { failureOfSilence, TenantFailure } from '../tenant-failure.ts';
import { Breaker } from './breaker.ts';
import { Budget } from './budget.ts';
import { callGroupOf, callGroups } from './call-group.ts';
import { isBulk } from './priority.ts';
import { type TokenSource, tokensInMemory } from './token-source.ts';
import { tracedCall } from './traced-call.ts';

/** What a call does: a read may be repeated, a write changes something. */
export type CallKind = 'read' | 'write';

/** A fault of the tenant, as administrators read of it. No address in it: that would name a user. */
export interface SeenFault {
  /** Milliseconds since 1970. */
  atMs: number;
  kind: CallKind;
  /** The status, or how the call ended without one. */
  what: number | 'unreachable' | 'interrupted' | 'silent';
}

interface Traffic {
  breakers: Record<CallKind, Breaker>;
  budget: Budget;
  /** The newest first. */
  faults: SeenFault[];
}

const faultsKept = 20;
/** Nobody waits longer for their turn; the person reads when to try again instead. */
const queueLongestMs = { write: 1_500, bulk: 30_000 };
const bulkCallTimeoutMs = 4_000;
/** The database answers in a few milliseconds, and calls do not wait for it when it does not. */
const sourceTimeoutMs = 300;
/** A call that was given so little time tells nothing of the tenant when it runs out. */
const tellingTimeoutMs = 1_000;

const key = Symbol.for('steward.tenant-traffic');
const holder: typeof globalThis & { [key]?: Traffic } = globalThis;

/** The calls of this process to its tenant; bundles of the same process share it. */
export function traffic(): Traffic {
  holder[key] ??= makeTraffic();
  return holder[key];
}

function makeTraffic(): Traffic {
  const { TENANT_FAULTS_MAX, tenantRate } = env();
  return {
    breakers: { read: new Breaker(TENANT_FAULTS_MAX), write: new Breaker(TENANT_FAULTS_MAX) },
    budget: new Budget(tenantRate, tenantRate ? tokensOfAllServers() : tokensInMemory()),
    faults: [],
  };
}

/** The tokens that all servers share; where their database does not answer, this server counts for itself. */
function tokensOfAllServers(): TokenSource {
  const own = tokensInMemory();
  const { tenantOrigin } = env();
  let isTold = false;
  async function shared<T>(use: (source: TokenSource) => Promise<T>): Promise<T> {
    const asked = sharedBudgetOf(tenantOrigin).then((budget) => use(budget ? known(budget) : own));
    try {
      const answer = await within(sourceTimeoutMs, asked);
      isTold = false;
      return answer;
    } catch (error) {
      if (!isTold) log('warn', 'The budget of calls is counted by each server alone for now.', { error });
      isTold = true;
      return use(own);
    }
  }
  return {
    take: (rate, wanted, reserve, returned) =>
      shared((source) => source.take(rate, wanted, reserve, returned)),
    pause: (group, pauseMs) => shared((source) => source.pause(group, pauseMs)),
  };
}

type SharedBudget = NonNullable<Awaited<ReturnType<typeof sharedBudgetOf>>>;

/** Another version of Steward may know groups of calls that this one does not. */
function known(budget: SharedBudget): TokenSource {
  return {
    async take(...asked) {
      const { pauses, ...taken } = await budget.take(...asked);
      return {
        ...taken,
        pauses: pauses.flatMap(([calls, pauseMs]) => {
          const group = callGroups.find((one) => one === calls);
          return group ? [[group, pauseMs] as const] : [];
        }),
      };
    },
    pause: (group, pauseMs) => budget.pause(group, pauseMs),
  };
}

async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, impatience]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * `fetch` for calls to the Management API: each waits for its turn within the budget, and what the tenant's
 * headers say of the limits is learnt.
 * @param timeoutMs what is left for the turn and the call together
 */
export function fetchWithinBudget(kind: CallKind, timeoutMs: number): typeof fetch {
  const deadlineMs = patientNow() + timeoutMs;
  return async (input, init) => {
    const { budget } = traffic();
    const group = callGroupOf(init?.method ?? 'GET', new URL(String(input)).pathname);
    const priority = isBulk() ? 'bulk' : kind;
    const longestMs = priority === 'read' ? Number.POSITIVE_INFINITY : queueLongestMs[priority];
    // A write that gets its turn late has the time that it takes: cut short, it would only leave doubt.
    const callMs = priority === 'bulk' && kind === 'write' ? bulkCallTimeoutMs : 0;
    const askedMs = performance.now();
    await budget.take(group, priority, Math.min(longestMs, deadlineMs - callMs - patientNow()));
    measured('steward.tenant.budget.wait', performance.now() - askedMs, {
      'steward.tenant.group': group,
      'steward.tenant.priority': priority,
    });
    const { pathname } = new URL(String(input));
    const send = () => (priority === 'bulk' ? fetchSoon(input, init) : fetch(input, init));
    const response = await tracedCall(init?.method ?? 'GET', pathname, send);
    budget.learn(group, response.status, response.headers);
    return response;
  };
}

/** Whoever waited long for the turn does not wait long for the answer as well. */
async function fetchSoon(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const soon = endOfPatience(bulkCallTimeoutMs);
  const signal = init?.signal ? AbortSignal.any([init.signal, soon]) : soon;
  try {
    return await fetch(input, { ...init, signal });
  } catch (error) {
    if (soon.aborted) throw failureOfSilence(soon, { cause: error });
    throw error;
  }
}

/**
 * Makes a call unless the tenant has just failed several times in a row.
 * @param timeoutMs how long the call may take
 * @throws TenantFailure 'resting' when nothing was sent, and what the call throws
 */
export async function withBreaker<T>(kind: CallKind, timeoutMs: number, call: () => Promise<T>): Promise<T> {
  const { breakers, faults } = traffic();
  const breaker = breakers[kind];
  if (!breaker.admit()) throw restingFailure(breaker, faults);
  try {
    const answer = await call();
    breaker.succeeded();
    return answer;
  } catch (error) {
    if (!(error instanceof TenantFailure)) breaker.gaveUp();
    else if (error.isFault) noteFault(error, kind, timeoutMs);
    else if (error.kind === 'answered') breaker.succeeded();
    else breaker.gaveUp();
    throw error;
  }
}

function noteFault(failure: TenantFailure, kind: CallKind, timeoutMs: number): void {
  const { breakers, faults } = traffic();
  if (failure.kind === 'silent' && timeoutMs < tellingTimeoutMs) {
    breakers[kind].gaveUp();
    return;
  }
  const { state } = breakers[kind].view();
  breakers[kind].failed();
  faults.unshift({ atMs: Date.now(), kind, what: whatOf(failure) });
  faults.splice(faultsKept);
  if (state !== 'closed' || breakers[kind].view().state !== 'open') return;
  log('warn', `Calls that ${kind} rest: the tenant has failed several times in a row.`, { error: failure });
}

function whatOf({ kind, status }: TenantFailure): SeenFault['what'] {
  if (kind === 'unreachable' || kind === 'silent') return kind;
  return kind === 'answered' && status !== undefined ? status : 'interrupted';
}

function restingFailure(breaker: Breaker, faults: readonly SeenFault[]): TenantFailure {
  const { firstFaultAtMs, nextAttemptAtMs } = breaker.view();
  const nowMs = Date.now();
  return new TenantFailure('resting', {
    // While one call tries, the others are told to come back in a second.
    retryAfterSeconds: Math.max(1, ((nextAttemptAtMs ?? nowMs) - nowMs) / 1_000),
    faulty: {
      forSeconds: (nowMs - (firstFaultAtMs ?? nowMs)) / 1_000,
      answers: typeof faults[0]?.what === 'number',
    },
  });
}
