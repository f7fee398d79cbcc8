const tickMs = 50;
/** A turn of the event loop that takes longer counts as if it took this. */
const turnLongestMs = 100;
/** Whoever waits longer than this for a server that cannot keep up had better be told. */
const busyLongestMs = 6_000;

let countedMs = 0;
let tickedAtMs = performance.now();
setInterval(tick, tickMs).unref();

/** Why a call ended that this server did not find the time to wait for. */
class ServerBusy extends Error {
  override name = 'ServerBusy';
}

/**
 * Milliseconds that this process was there to hear answers in: while it is kept from its event loop the clock all
 * but stands still, because what came in time can only not be read yet. For limits of what the tenant may take.
 */
export function patientNow(): number {
  return countedMs + sinceTickMs();
}

function tick(): void {
  countedMs += sinceTickMs();
  tickedAtMs = performance.now();
}

function sinceTickMs(): number {
  return Math.min(performance.now() - tickedAtMs, turnLongestMs);
}

/** Aborts after so many milliseconds of that clock, and seconds later by any. */
export function endOfPatience(timeoutMs: number): AbortSignal {
  const controller = new AbortController();
  const endsAtMs = patientNow() + timeoutMs;
  const beganMs = performance.now();
  const end = () => {
    const leftMs = endsAtMs - patientNow();
    if (leftMs <= 0) controller.abort(new DOMException('There was no answer in time.', 'TimeoutError'));
    else if (performance.now() - beganMs < timeoutMs + busyLongestMs) setTimeout(end, leftMs).unref();
    else controller.abort(new ServerBusy('This server had too much to do to hear an answer.'));
  };
  setTimeout(end, timeoutMs).unref();
  return controller.signal;
}

/** Whether a call was ended for what this server had to do, which says nothing of the tenant. */
export function endedBusy({ reason }: AbortSignal): boolean {
  return reason instanceof ServerBusy;
}
