import { isJsonObject } from '#lib/json.ts';
import { endedBusy } from './patience.ts';

/**
 * How a call to the tenant failed:
 * `answered`: with a status; `credentials`: it does not accept the console's own; `unreachable`: nothing was
 * sent; `interrupted`: the connection broke after something may have been sent; `silent`: no answer in time.
 * Nothing was sent either when it was `resting`, after several faults in a row, or when the budget of calls was `spent`.
 */
export type FailureKind =
  | 'answered'
  | 'credentials'
  | 'unreachable'
  | 'interrupted'
  | 'silent'
  | 'resting'
  | 'spent';

interface FailureDetails {
  status?: number;
  tenantMessage?: string;
  retryAfterSeconds?: number;
  /** Since when the tenant has had faults, and whether it answered with them or not at all. */
  faulty?: { forSeconds: number; answers: boolean };
  /** It failed before anything was sent that could change something. */
  beforeSending?: boolean;
  /** This server had so much to do meanwhile that it says nothing of the tenant. */
  serverWasBusy?: boolean;
  cause?: unknown;
}

/** A failed call, known to `lib/auth0` alone; whoever calls from outside gets an AppError made of it. */
export class TenantFailure extends Error {
  readonly kind: FailureKind;
  readonly status: number | undefined;
  /** The tenant's own words, where it gave any. For people only: nothing is decided by them. */
  readonly tenantMessage: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly faulty: FailureDetails['faulty'];
  readonly serverWasBusy: boolean;
  readonly #beforeSending: boolean;

  constructor(kind: FailureKind, details: FailureDetails = {}) {
    super(`The tenant: ${kind} ${details.status ?? ''}`.trim(), { cause: details.cause });
    this.name = 'TenantFailure';
    this.kind = kind;
    this.status = details.status;
    this.tenantMessage = details.tenantMessage;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.faulty = details.faulty;
    this.serverWasBusy = details.serverWasBusy ?? false;
    this.#beforeSending = details.beforeSending ?? false;
  }

  /** Whether it was the tenant's own fault, or the network's on the way to it. */
  get isFault(): boolean {
    if (this.serverWasBusy) return false;
    if (this.kind === 'answered') return (this.status ?? 500) >= 500;
    return this.kind === 'unreachable' || this.kind === 'interrupted' || this.kind === 'silent';
  }

  /** Whether a write that failed like this may have been made all the same. */
  get leavesDoubt(): boolean {
    if (this.#beforeSending) return false;
    if (this.kind === 'answered') return this.status === 408 || (this.status ?? 500) >= 500;
    return this.kind === 'interrupted' || this.kind === 'silent';
  }
}

/**
 * The failure that an answer means; a success whose body cannot be read is an interrupted call. `body` may be
 * anything: members may be missing, or it may be no JSON.
 */
export function failureOfAnswer(
  status: number,
  body: unknown,
  headers: { get(name: string): string | null },
): TenantFailure {
  if (status < 400) return new TenantFailure('interrupted', { status });
  const said = isJsonObject(body) ? (body.message ?? body.error_description) : undefined;
  return new TenantFailure('answered', {
    status,
    tenantMessage: typeof said === 'string' && said !== '' ? said : undefined,
    retryAfterSeconds: secondsUntilRetry(headers),
  });
}

/** The failure of a call that was ended for want of an answer. */
export function failureOfSilence(
  signal: AbortSignal,
  details: Pick<FailureDetails, 'cause' | 'beforeSending'>,
): TenantFailure {
  return new TenantFailure('silent', { serverWasBusy: endedBusy(signal), ...details });
}

/** The failure that a rejected `fetch` means. */
export function failureOfFetch(error: unknown, signal: AbortSignal): TenantFailure {
  if (signal.aborted) return failureOfSilence(signal, { cause: error });
  const kind = neverSent.has(networkCodeOf(error)) ? 'unreachable' : 'interrupted';
  return new TenantFailure(kind, { cause: error });
}

const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function networkCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return networkCodeOf(error.errors[0]);
  return networkCodeOf(error.cause);
}

/** `Retry-After` (seconds), else `X-RateLimit-Reset` (unix seconds); a reset in the past counts as 0. */
function secondsUntilRetry(headers: { get(name: string): string | null }): number | undefined {
  const retryAfter = Number.parseInt(headers.get('retry-after') ?? '', 10);
  if (Number.isFinite(retryAfter)) return Math.max(0, retryAfter);
  const reset = Number.parseInt(headers.get('x-ratelimit-reset') ?? '', 10);
  return Number.isFinite(reset) ? Math.max(0, reset - Date.now() / 1_000) : undefined;
}
