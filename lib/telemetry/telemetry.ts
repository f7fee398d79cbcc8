import { type Attributes, metrics, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { currentRequestId } from '#lib/request-id.ts';

/** The name under which this console's own spans and measurements go out. */
export const telemetryName = 'steward';

const key = Symbol.for('steward.telemetry-is-on');
const holder: typeof globalThis & { [key]?: boolean } = globalThis;

/** Whether anything is sent anywhere; while not, what is below costs one comparison. */
export function isTelemetryOn(): boolean {
  return holder[key] === true;
}

export function setTelemetryOn(isOn: boolean): void {
  holder[key] = isOn;
}

/** Adds what became known of a span while it ran; nothing where there is none. */
export type AddToSpan = (attributes: Attributes) => void;

/**
 * Runs something as a span of the trace of its request. Attributes hold no person's data, no text that a hook or
 * the tenant made, and no address.
 * @param run is given a function that adds attributes once they are known
 */
export async function traced<T>(
  name: string,
  attributes: Attributes,
  run: (add: AddToSpan) => Promise<T>,
): Promise<T> {
  if (!isTelemetryOn()) return run(ignore);
  return trace.getTracer(telemetryName).startActiveSpan(name, async (span) => {
    span.setAttributes({ ...attributes, ...requestAttributes() });
    try {
      return await run((more) => void span.setAttributes(more));
    } catch (error) {
      noteError(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

function ignore(): void {}

function requestAttributes(): Attributes {
  const id = currentRequestId();
  return id === undefined ? {} : { 'steward.request.id': id };
}

/** The kind of an error and nothing of what it says. */
function noteError(span: Span, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  span.setAttribute('error.type', kind);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** What is measured, and in what unit. */
const histograms = {
  'http.server.request.duration': { unit: 's', description: 'Requests that were answered' },
  'steward.hook.duration': { unit: 's', description: 'Runs of hooks, a list’s rows together' },
  'steward.tenant.call.duration': { unit: 's', description: 'Calls to the tenant' },
  'steward.tenant.budget.wait': { unit: 's', description: 'Waiting for a turn within the tenant’s limits' },
} as const;

const counters = {
  'steward.jobs': { unit: '{job}', description: 'Jobs that were begun, taken over by a server and ended' },
  'steward.records': { unit: '{record}', description: 'Attempts that were recorded' },
} as const;

/** Seconds; a page is to take far less than the tenant's own limits. */
const explicitBucketBoundaries = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20];

/** Notes how long something took. */
export function measured(name: keyof typeof histograms, ms: number, attributes: Attributes): void {
  if (!isTelemetryOn()) return;
  const meter = metrics.getMeter(telemetryName);
  meter
    .createHistogram(name, { ...histograms[name], advice: { explicitBucketBoundaries } })
    .record(ms / 1_000, attributes);
}

/** Counts one more. */
export function counted(name: keyof typeof counters, attributes: Attributes): void {
  if (!isTelemetryOn()) return;
  metrics.getMeter(telemetryName).createCounter(name, counters[name]).add(1, attributes);
}

const gauges = {
  'steward.records.waiting': { unit: '{record}', description: 'Records that a stream still has to deliver' },
} as const;

/** Has something asked for its value whenever measurements go out; what fails is left out of them. */
export function observed(
  name: keyof typeof gauges,
  read: () => Promise<readonly { value: number; attributes: Attributes }[]>,
): void {
  if (!isTelemetryOn()) return;
  const gauge = metrics.getMeter(telemetryName).createObservableGauge(name, gauges[name]);
  gauge.addCallback(async (result) => {
    for (const { value, attributes } of await read()) result.observe(value, attributes);
  });
}
