import { context, DiagLogLevel, diag, metrics, trace } from '@opentelemetry/api';
import { env } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { cleanedSpan, isWorthSending } from './cleaned-span.ts';
import { setTelemetryOn } from './telemetry.ts';

type Stop = () => Promise<void>;

const key = Symbol.for('steward.telemetry-stop');
const holder: typeof globalThis & { [key]?: Stop } = globalThis;

/**
 * Sends traces and metrics to where the standard's own variables say; nothing is loaded where they say nothing.
 * @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 */
export async function startTelemetry(): Promise<void> {
  const settings = env();
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_SDK_DISABLED: isDisabled } = settings;
  const toTraces = settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? all;
  const toMetrics = settings.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT ?? all;
  if (holder[key] || isDisabled === 'true' || (!toTraces && !toMetrics)) return;
  logFirstFailure();
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const resource = resourceFromAttributes({
    'service.name': settings.OTEL_SERVICE_NAME,
    'service.instance.id': crypto.randomUUID(),
  });
  const stops: Stop[] = [];
  if (toTraces) stops.push(await startTraces(resource));
  if (toMetrics) stops.push(await startMetrics(resource));
  setTelemetryOn(true);
  holder[key] = async () => {
    setTelemetryOn(false);
    // What cannot be sent any more is lost, and nothing else waits for it.
    await Promise.allSettled(stops.map((stop) => stop()));
  };
}

/** A collector that is away fails every few seconds; the first time is enough. */
function logFirstFailure(): void {
  let isTold = false;
  const ignore = () => undefined;
  const error = (message: string) => {
    if (!isTold) log('warn', 'Traces or metrics could not be sent.', { cause: message.slice(0, 500) });
    isTold = true;
  };
  diag.setLogger({ error, warn: ignore, info: ignore, debug: ignore, verbose: ignore }, DiagLogLevel.ERROR);
}

/** Sends what has not been sent yet, and then nothing more. */
export async function stopTelemetry(): Promise<void> {
  const stop = holder[key];
  delete holder[key];
  await stop?.();
}

type Resource = ReturnType<typeof import('@opentelemetry/resources').resourceFromAttributes>;

async function startTraces(resource: Resource): Promise<Stop> {
  const { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } = await import(
    '@opentelemetry/sdk-trace'
  );
  const { AsyncLocalStorageContextManager } = await import('@opentelemetry/context-async-hooks');
  const { OTLPTraceExporter } = isJson()
    ? await import('@opentelemetry/exporter-trace-otlp-http')
    : await import('@opentelemetry/exporter-trace-otlp-proto');
  const exporter = new OTLPTraceExporter();
  const batch = new BatchSpanProcessor({ exporter });
  const provider = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(env().OTEL_TRACES_SAMPLER_ARG) }),
    spanProcessors: [
      {
        onStart: (span, parent) => batch.onStart(span, parent),
        onEnd: (span) => {
          if (isWorthSending(span)) batch.onEnd(cleanedSpan(span));
        },
        forceFlush: () => batch.forceFlush(),
        shutdown: () => batch.shutdown(),
      },
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  return () => provider.shutdown();
}

async function startMetrics(resource: Resource): Promise<Stop> {
  const { MeterProvider, PeriodicExportingMetricReader } = await import('@opentelemetry/sdk-metrics');
  const { OTLPMetricExporter } = isJson()
    ? await import('@opentelemetry/exporter-metrics-otlp-http')
    : await import('@opentelemetry/exporter-metrics-otlp-proto');
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter(),
    exportIntervalMillis: env().OTEL_METRIC_EXPORT_INTERVAL,
    exportTimeoutMillis: Math.min(30_000, env().OTEL_METRIC_EXPORT_INTERVAL),
  });
  const provider = new MeterProvider({ resource, readers: [reader] });
  metrics.setGlobalMeterProvider(provider);
  return () => provider.shutdown();
}

function isJson(): boolean {
  return env().OTEL_EXPORTER_OTLP_PROTOCOL === 'http/json';
}
