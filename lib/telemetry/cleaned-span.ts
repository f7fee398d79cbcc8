import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { telemetryName } from './telemetry.ts';

/** What may be told of a request that the framework answers: patterns of addresses and no address. */
const allowed: ReadonlySet<string> = new Set([
  ...['http.method', 'http.request.method', 'http.status_code', 'http.response.status_code', 'http.route'],
  ...['next.route', 'next.span_type', 'next.rsc', 'operation.name', 'error.type'],
]);

/** A span's name that the framework made of words and the pattern of an address, `GET /users/[userId]`. */
const harmlessName = /^[A-Za-z ()_.-]{1,60}( ?\/[\w()[\]/._-]{0,120})?$/;

/**
 * A span as it may leave the server. The framework's own ones hold addresses with what was searched for, codes of
 * sign-ins and the words of errors; of them only the attributes above are kept, and no events.
 */
export function cleanedSpan(span: ReadableSpan): ReadableSpan {
  const isOwn = span.instrumentationScope.name === telemetryName;
  const kind = span.attributes['next.span_type'];
  const name = isOwn || harmlessName.test(span.name) ? span.name : String(kind ?? 'span');
  return {
    name,
    kind: span.kind,
    spanContext: () => span.spanContext(),
    parentSpanContext: span.parentSpanContext,
    startTime: span.startTime,
    endTime: span.endTime,
    status: { code: span.status.code },
    attributes: isOwn ? span.attributes : onlyAllowed(span.attributes),
    links: [],
    events: [],
    duration: span.duration,
    ended: span.ended,
    resource: span.resource,
    instrumentationScope: span.instrumentationScope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

function onlyAllowed(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => allowed.has(name)));
}

/** Spans that tell nothing of requests: of whoever asks how the server is doing, and the framework's own calls. */
export function isWorthSending({ attributes, name }: ReadableSpan): boolean {
  const route = String(attributes['next.route'] ?? attributes['http.target'] ?? '');
  if (/^\/(healthz|readyz)\b/.test(route) || /\/(healthz|readyz)(\/route)?$/.test(name)) return false;
  return attributes['next.span_type'] !== 'AppRender.fetch';
}
