import { describe, expect, test } from 'vitest';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import {
  answering,
  defaultAccess,
  mainConnection,
  omar,
  userFields,
  worldWithOwnHooks,
} from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { createUser } from '../create-user.ts';
import { sendPasswordReset } from '../send-password-reset.ts';
import { sendVerificationEmail } from '../send-verification-email.ts';

const world = worldWithOwnHooks();
const kelly = () => signedIn(world.people.kelly);
const nina = { userId: 'auth0|nina' };

const methods = {
  create: () => createUser(kelly(), { values: { ...omar, name: 'Omar' } }),
  'password-reset': () => sendPasswordReset(kelly(), nina),
  'verify-email': () => sendVerificationEmail(kelly(), nina),
};
const everyMethod = Object.keys(methods) as (keyof typeof methods)[];

/** Puts whomever a manager without a department creates into Finance. */
const write = `function (ctx, callback) {
  var body = ctx.payload;
  delete body.memberships;
  body.connection = 'Username-Password-Authentication';
  if (ctx.method === 'create') body.app_metadata = { department: 'Finance' };
  callback(null, body);
}`;

function hooks(customDomain?: string) {
  const settings = answering({ connections: [mainConnection], userFields });
  return world.tenant.setHooks({ access: defaultAccess, settings, write, customDomain });
}

async function domainOf(method: keyof typeof methods): Promise<unknown> {
  await methods[method]();
  const [mail] = await world.tenant.mails();
  return mail?.customDomain;
}

describe.each(everyMethod)('on %s', (method) => {
  test('the hook’s domain goes with this call alone', async () => {
    await hooks(
      `(ctx, callback) => callback(null, ctx.method === '${method}' ? { customDomain: 'Login.Example.com' } : {})`,
    );
    const domains: unknown[] = [];
    for (const each of everyMethod) domains.push(await domainOf(each));
    expect(domains).toEqual(everyMethod.map((each) => (each === method ? 'login.example.com' : undefined)));
  });

  test('the tenant’s own domain is the one of the Management API', async () => {
    await hooks(answering({ useCanonicalDomain: true }));
    expect(await domainOf(method)).toBe(new URL(world.tenant.url).host);
  });

  test.each([
    ['{}', '{}'],
    ['nothing', 'undefined'],
    ['null', 'null'],
    ['a domain that is null', '{ customDomain: null }'],
    ['the canonical domain refused', '{ useCanonicalDomain: false }'],
  ])('%s leaves it to the tenant’s default', async (_, answer) => {
    await hooks(`(ctx, callback) => callback(null, ${answer})`);
    expect(await domainOf(method)).toBeUndefined();
  });

  test('no hook leaves it to the tenant’s default', async () => {
    await hooks();
    expect(await domainOf(method)).toBeUndefined();
  });

  test.each([
    'localhost',
    'https://login.example.com',
    'login.example.com/path',
    'login.example.com:8080',
    'login..example.com',
    '-login.example.com',
    'login.example.com\r\nx-injected: 1',
    'login example.com',
    '',
    `${'a'.repeat(250)}.example.com`,
    42,
    ['login.example.com'],
    {},
  ])('%j is no domain name: a sentence, and nothing is sent', async (customDomain) => {
    await hooks(answering({ customDomain }));
    const calls = await world.tenant.callsOf(async () => {
      const problem = await problemOf(methods[method]());
      expect(problem).toMatchObject({ code: 'hook-failed', hook: 'customDomain' });
      expect(problem.message).toContain('no domain name');
    });
    expect(calls.filter((call) => call.startsWith('POST'))).toEqual([]);
    expect(await world.tenant.mails()).toEqual([]);
  });

  test.each([
    ['a text', 'callback(null, "login.example.com")', 'hook-failed'],
    ['an array', 'callback(null, [])', 'hook-failed'],
    ['a refusal', 'callback(new Error("Not from here."))', 'refused-by-hook'],
    ['a throw', 'null.x', 'hook-failed'],
    ['no answer', '', 'hook-failed'],
  ])('%s stops it before anything is sent', async (_, body, code) => {
    await hooks(`function (ctx, callback) { ${body} }`);
    expect((await problemOf(methods[method]())).code).toBe(code);
    expect(await world.tenant.mails()).toEqual([]);
  });
});

describe('the hook is told', () => {
  const told = (members: string) =>
    hooks(`(ctx, callback) => callback(new Error(JSON.stringify(${members})))`);

  async function answerOf(method: keyof typeof methods): Promise<JsonObject> {
    const said: unknown = JSON.parse((await problemOf(methods[method]())).message);
    return isJsonObject(said) ? said : {};
  }

  test.each(everyMethod)('who the manager is and that it is about %s', async (method) => {
    await told('{ method: ctx.method, manager: ctx.request.user.email }');
    expect(await answerOf(method)).toEqual({ method, manager: 'kelly@example.com' });
  });

  test('the user as they stand, and on create what was filled in without the password', async () => {
    await told('{ user: ctx.request.originalUser && ctx.request.originalUser.email, payload: ctx.payload }');
    expect(await answerOf('create')).toEqual({
      payload: { email: 'omar@example.com', name: 'Omar', connection: mainConnection, memberships: [] },
    });
    expect(await answerOf('verify-email')).toEqual({ user: 'nina@example.com', payload: {} });
    expect(await answerOf('password-reset')).toEqual({
      user: 'nina@example.com',
      payload: { connection: mainConnection, client: 'web' },
    });
  });
});
