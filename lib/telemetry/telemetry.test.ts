import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { untilAppended } from '#lib/audit/append-later.ts';
import { startRecordStreams, stopRecordStreams } from '#lib/audit/streams/streams.ts';
import { withRequestId } from '#lib/request-id.ts';
import { defaultAccess, settingsHook, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { blockUser } from '#lib/users/block-user.ts';
import { startTelemetry, stopTelemetry } from './start-telemetry.ts';
import { isTelemetryOn, traced } from './telemetry.ts';

interface Attribute {
  key: string;
  value: { stringValue?: string; intValue?: number | string; doubleValue?: number };
}

interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Attribute[];
  events?: unknown[];
  status?: { message?: string };
}

interface SentMetric {
  name: string;
  histogram?: { dataPoints: { attributes: Attribute[]; count: number | string }[] };
  sum?: { dataPoints: { attributes: Attribute[] }[] };
  gauge?: { dataPoints: { attributes: Attribute[]; asDouble?: number; asInt?: number | string }[] };
}

/** What a collector is sent over OTLP/HTTP in JSON, by the address that it came to. */
const received: { path: string; text: string }[] = [];
let collector: Server;

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    received.push({ path: `${request.url}`, text });
    response.setHeader('content-type', 'application/json').end('{}');
  }).listen(0, 'localhost');
  await once(collector, 'listening');
  const { port } = collector.address() as AddressInfo;
  Object.assign(process.env, {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://localhost:${port}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    AUDIT_FILE: '/nowhere/at/all/records.jsonl',
  });
});
const world = worldWithOwnHooks();
beforeEach(() => world.tenant.setHooks({ access: defaultAccess, settings: settingsHook() }));
afterAll(async () => {
  await stopTelemetry();
  collector.close();
});

const sentTo = (path: string) =>
  received.filter((one) => one.path === path).map(({ text }) => JSON.parse(text));

const spans = (): SentSpan[] =>
  sentTo('/v1/traces').flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }: { scopeSpans: { spans: SentSpan[] }[] }) =>
      scopeSpans.flatMap((scope) => scope.spans),
    ),
  );

const metrics = (): SentMetric[] =>
  sentTo('/v1/metrics').flatMap(({ resourceMetrics }) =>
    resourceMetrics.flatMap(({ scopeMetrics }: { scopeMetrics: { metrics: SentMetric[] }[] }) =>
      scopeMetrics.flatMap((scope) => scope.metrics),
    ),
  );

const attributesOf = ({ attributes }: { attributes: Attribute[] }) =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [
      key,
      value.stringValue ?? Number(value.intValue ?? value.doubleValue),
    ]),
  );

test('nothing is sent, and nothing is added to what runs, until it is told where to', async () => {
  expect(isTelemetryOn()).toBe(false);
  await blockUser(signedIn(world.people.kelly), { userId: world.nina.user_id });
  expect(await traced('odd', {}, async (add) => add({ odd: 1 }))).toBeUndefined();
  expect(received).toEqual([]);
});

test('a save is one trace, from the request by way of the hook to the tenant', async () => {
  await startTelemetry();
  startRecordStreams();
  const address = `/users/${encodeURIComponent(world.nina.user_id)}?q=nina@example.com&code=a-secret-code`;
  const request = {
    'http.method': 'POST',
    'http.target': address,
    'next.span_type': 'BaseServer.handleRequest',
  };
  // As the framework makes the span of a request, with all that it puts there.
  await trace
    .getTracer('next.js')
    .startActiveSpan(`POST ${address}`, { attributes: request }, async (span) => {
      span.setAttribute('next.route', '/users/[userId]');
      span.recordException(new Error('no user nina@example.com'));
      span.setStatus({ code: SpanStatusCode.ERROR, message: 'no user nina@example.com' });
      await withRequestId('the-request', () =>
        blockUser(signedIn(world.people.kelly), { userId: world.nina.user_id }),
      );
      span.end();
    });
  await traced('refused', {}, async () => {
    throw new TypeError('nina@example.com');
  }).catch(() => undefined);
  // In the order in which a server stops.
  await untilAppended();
  await stopTelemetry();
  await stopRecordStreams();
  expect(isTelemetryOn()).toBe(false);

  const root = spans().find(({ name }) => name === 'BaseServer.handleRequest');
  expect(root?.status?.message).toBeUndefined();
  expect(root?.events ?? []).toEqual([]);
  expect(attributesOf(root ?? { attributes: [] })).toEqual({
    'http.method': 'POST',
    'next.route': '/users/[userId]',
    'next.span_type': 'BaseServer.handleRequest',
  });
  const [hook, read, write] = ['hook access', 'tenant GET /users/{id}', 'tenant PATCH /users/{id}'].map(
    (name) => spans().find((span) => span.name === name),
  );
  for (const span of [hook, read, write]) {
    expect(span?.traceId).toBe(root?.traceId);
    expect(span?.parentSpanId).toBe(root?.spanId);
    expect(attributesOf(span ?? { attributes: [] })['steward.request.id']).toBe('the-request');
  }
  expect(attributesOf(hook ?? { attributes: [] })).toMatchObject({
    'steward.hook.name': 'access',
    'steward.hook.outcome': 'answered',
    'steward.hook.runs': expect.any(Number),
  });
  expect(attributesOf(write ?? { attributes: [] })).toMatchObject({
    'steward.tenant.operation': 'PATCH /users/{id}',
    'http.response.status_code': 200,
  });
});

test('hooks, calls, waiting and records are measured', () => {
  const names = new Set(metrics().map(({ name }) => name));
  for (const name of [
    'steward.hook.duration',
    'steward.tenant.call.duration',
    'steward.tenant.budget.wait',
    'steward.records',
  ]) {
    expect([...names]).toContain(name);
  }
  const points = metrics().find(({ name }) => name === 'steward.records')?.sum?.dataPoints ?? [];
  expect(points.map(attributesOf)).toContainEqual({
    'steward.action': 'block:user',
    'steward.outcome': 'done',
  });
});

test('what a stream has not delivered is shown', () => {
  const [point] = metrics().find(({ name }) => name === 'steward.records.waiting')?.gauge?.dataPoints ?? [];
  expect(point && attributesOf(point)).toEqual({ 'steward.stream': 'file' });
  expect(Number(point?.asInt ?? point?.asDouble)).toBeGreaterThan(0);
});

test('nothing that is sent holds a person, a search, an address, a secret or what an error says', () => {
  const sent = received.map(({ text }) => text).join('\n');
  expect(sent.length).toBeGreaterThan(1_000);
  expect(sent).not.toMatch(/nina|kelly|example\.com|a-secret-code|auth0(\||%7C)|machine-secret|Bearer|eyJ/i);
  expect(sent).toContain('TypeError');
});
