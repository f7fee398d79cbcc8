import { z } from 'zod';
import {
  methodCollection,
  refreshMultifactor,
} from '../management/authentication-methods/authentication-method.ts';
import { newMethod, newMethodBody } from '../management/authentication-methods/method-body.ts';
import { newId } from '../management/call/new-id.ts';
import { readBody } from '../management/call/read-body.ts';
import { deviceCollection } from '../management/device-credentials/device-credential.ts';
import { appendLog } from '../management/logs/append-log.ts';
import { blocksCollection } from '../management/user-blocks/user-block.ts';
import { putSession } from '../seed/seed-sessions.ts';
import type { Route } from '../server/route.ts';

const log = z.object({ type: z.string(), date: z.iso.datetime().optional() }).catchall(z.json());

const device = z.object({
  user_id: z.string(),
  device_name: z.string().default('Firefox on Linux'),
  type: z.enum(['public_key', 'refresh_token', 'rotating_refresh_token']).default('refresh_token'),
  client_id: z.string().default('web'),
});

const session = z.object({ user_id: z.string(), client_id: z.string().default('web') });

const method = newMethodBody.extend({ user_id: z.string() });

const block = z.object({
  user_id: z.string(),
  identifier: z.string().default('somebody@example.com'),
  ip: z.string().default('203.0.113.7'),
  connection: z.string().default('Username-Password-Authentication'),
});

const tracesBody = z.strictObject({
  logs: z.array(log).default([]),
  devices: z.array(device).default([]),
  sessions: z.array(session).default([]),
  methods: z.array(method).default([]),
  blocks: z.array(block).default([]),
});

const sessionSeconds = 86_400;

/**
 * `POST /_control/traces`: puts entries into the log and gives users devices, sessions, second factors and sign-in blocks, for a
 * test's fixtures.
 * Answers 201 with the ids of the entries and the devices.
 */
const putTraces: Route = {
  method: 'POST',
  path: '/_control/traces',
  handle(call, tenant) {
    const { logs, devices, sessions, methods, blocks } = readBody(call, tracesBody);
    const logIds = logs.map((entry) => appendLog(tenant, entry).log_id);
    const deviceIds = devices.map((body) => {
      const id = newId('dcr_');
      deviceCollection(tenant).set(id, { ...body, id, device_id: id });
      return id;
    });
    const startedSeconds = Math.floor(Date.now() / 1_000);
    for (const { user_id: userId, client_id: clientId } of sessions) {
      putSession(tenant, { userId, clientId, startedSeconds, sessionSeconds });
    }
    for (const { user_id: userId, ...body } of methods) {
      const made = newMethod(userId, body);
      methodCollection(tenant).set(made.id, made);
      refreshMultifactor(tenant, userId);
    }
    for (const { user_id: userId, ...made } of blocks) {
      blocksCollection(tenant).set(userId, { id: userId, user_id: userId, blocked_for: [made] });
    }
    return { status: 201, json: { logs: logIds, devices: deviceIds } };
  },
};

export const tracesRoutes: Route[] = [putTraces];
