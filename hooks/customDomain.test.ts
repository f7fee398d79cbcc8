import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeHookPool, toHookSource } from '#lib/hook-runner/load-hooks.ts';
import { runHook } from '#lib/hook-runner/run-hook.ts';
import { person, runHookHere } from './testing.ts';

afterAll(closeHookPool);

const request = { user: person('Finance') };
const ofUser = { ...request, originalUser: person('Marketing') };

test.each([
  ['create', request, { email: 'nina@example.com', memberships: ['Marketing'] }],
  ['password-reset', ofUser, { connection: 'Username-Password-Authentication', client: 'web' }],
  ['verify-email', ofUser, {}],
])('%s is left to the tenant’s default, as the demo has no custom domain', async (method, of, payload) => {
  expect(await runHookHere('customDomain', { method, request: of, payload })).toEqual({
    ok: true,
    answer: {},
  });
});

test.each([
  ['create', { ...request }, { memberships: ['Marketing'] }],
  ['verify-email', { ...ofUser }, {}],
])('%s goes by the department once a domain is listed for it', async (method, of, payload) => {
  const file = readFileSync(path.join(import.meta.dirname, 'customDomain.js'), 'utf8');
  const listed = file.replace('// Marketing:', 'Marketing:');
  expect(listed).not.toBe(file);
  const ask = (ctx: Parameters<typeof runHook>[1]) => runHook(toHookSource('customDomain', listed), ctx);
  const { outcome } = await ask({ method, request: of, payload });
  expect(outcome).toEqual({ ok: true, answer: { customDomain: 'login.brand.example.com' } });
  const elsewhere = { request: { ...request, originalUser: person('Finance') }, payload: {} };
  expect((await ask({ method, ...elsewhere })).outcome).toEqual({ ok: true, answer: {} });
});
