import { afterAll, describe, expect, test, vi } from 'vitest';
import { type HookName, hookNames } from '#lib/hook-runner/hook.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { lookAtHooks } from './look-at-hooks.ts';

// Each test starts processes of their own, several of them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

afterAll(closeHookPool);

type Texts = { [name in HookName]?: string };

/** All that is said of one hook of a configuration. */
async function saidOf(name: HookName, texts: Texts): Promise<string> {
  const present = hookNames.flatMap((one) => {
    const text = texts[one];
    return text === undefined ? [] : [{ name: one, storedAs: one, text }];
  });
  const reports = await lookAtHooks(present);
  const report = reports.find((one) => one.name === name);
  expect(report?.failure).toBeUndefined();
  return (report?.differences ?? []).map(({ line, says }) => `${line ?? '-'}: ${says}`).join('\n');
}

const inBody = (body: string) => `function (ctx, callback) {\n  ${body}\n}`;
const fields = inBody('callback(null, { userFields: [] });');

/** What is said; the hook; code that it is said of; code that it is not said of; other hooks. */
const cases: [string, HookName, string, string, Texts?][] = [
  [
    '2: Hooks are given no token',
    'access',
    inBody('send(ctx.request.user.access_token); function send() {}'),
    inBody('send(ctx.request.user.email); function send() {}'),
  ],
  [
    '2: Hooks are given no token',
    'access',
    inBody('const { user: { token } } = ctx.request; callback(token);'),
    inBody('const token = "a"; callback(token);'),
  ],
  [
    '“Buffer” is not there',
    'access',
    inBody('callback(null, Buffer.from("a"));'),
    inBody('var Buffer = 1; callback(null, Buffer, { Buffer: 1 }.Buffer);'),
  ],
  ['The module “fs” is not there', 'access', inBody("require('fs');"), inBody("require('lodash');")],
  ['The version in require', 'access', inBody("require('lodash@4.17.10');"), inBody("require('lodash');")],
  [
    'The name of the module is computed',
    'access',
    inBody('require(ctx.name);'),
    inBody('require("lodash");'),
  ],
  [
    'HOOK_ORIGINS=https://a.example,https://b.example:8443.',
    'access',
    inBody("fetch('https://a.example/x'); fetch(`https://b.example:8443/b?c`);"),
    inBody("callback(null, 'https://a.example/x');"),
  ],
  [
    'the code does not show them',
    'access',
    inBody("require('request')(ctx.request.user.homepage);"),
    inBody("require('request')('https://a.example');"),
  ],
  [
    'The callback is given a text',
    'access',
    inBody("callback('No ' + ctx.name);"),
    inBody("callback(new Error('No'));"),
  ],
  [
    'The callback is given a text',
    'access',
    inBody("var done = callback; done('No');"),
    inBody("var done = callback; done(null, 'No');"),
  ],
  [
    'The callback is given a text',
    'access',
    inBody('refuse(callback); function refuse(cb) { cb(`No`); }'),
    inBody('refuse(callback); function refuse(cb) { cb(); }'),
  ],
  ['ctx.write keeps every write', 'access', inBody('ctx.write({});'), inBody('ctx.read();')],
  [
    'ctx.global holds JSON values',
    'access',
    inBody('ctx.global.f = function () {};'),
    inBody('ctx.global.f = 1;'),
  ],
  [
    'What a hook changes on ctx.request',
    'access',
    inBody('ctx.request.user.name = "A"; callback();'),
    inBody('var user = ctx.request.user; callback();'),
  ],
  [
    'drops out of a list',
    'access',
    inBody('callback(new Error("No"));'),
    inBody('callback(null); callback(undefined);'),
  ],
  ['masks the user', 'access', inBody('callback(null, { name: "A" });'), inBody('callback(null, true);')],
  [
    'also holds for a user who is opened by address',
    'filter',
    inBody('callback(null, "a");'),
    inBody('ctx.log();'),
  ],
  ['nobody but an Administrator sees users', 'filter', inBody('callback();'), inBody('callback(null, "a");')],
  [
    'An error of this hook is shown',
    'memberships',
    inBody('callback(new Error("No"));'),
    inBody('callback(null, []);'),
  ],
  [
    'neither among these choices',
    'memberships',
    inBody('callback(null, ["A"]);'),
    inBody('callback(null, { createMemberships: true });'),
  ],
  [
    'whoever ctx.payload.user is',
    'memberships',
    inBody('callback(null, [ctx.request.user.name]);'),
    inBody('callback(null, [ctx.payload.user.name]);'),
  ],
  [
    'ctx.payload.memberships is always there',
    'write',
    inBody('if (ctx.payload.memberships) callback();'),
    inBody('callback();'),
  ],
  [
    'as DAE 4 gave them',
    'write',
    inBody('callback(null, ctx.payload.memberships[0].value);'),
    inBody('callback(null, ctx.payload.memberships[0]);'),
  ],
  [
    'as DAE 4 gave them',
    'write',
    inBody('var p = ctx.payload; p.memberships.map(function (m) { return m.value; });'),
    inBody('var p = ctx.payload; p.memberships.map(function (m) { return m.length; });'),
  ],
  [
    'as DAE 4 gave them',
    'write',
    inBody("require('lodash').map(ctx.payload.memberships, 'value');"),
    inBody("require('lodash').map(ctx.payload.memberships, 'length');"),
  ],
  ['declares no userFields', 'write', inBody('callback();'), inBody('callback();')],
  ['does not look at ctx.method', 'write', inBody('callback();'), inBody('if (ctx.method) callback();')],
  [
    'The hook sets “blocked”',
    'write',
    inBody('callback(null, { blocked: true });'),
    inBody('callback(null, { name: "blocked" });'),
  ],
  [
    'The hook sets roles or permissions',
    'write',
    inBody('body.roles = []; var body = {};'),
    inBody('callback(null, ctx.payload.app_metadata);'),
  ],
  [
    'The hook passes ctx.payload on',
    'write',
    inBody('var body = ctx.payload; callback(null, body);'),
    inBody('callback(null, ctx.defaultPayload);'),
  ],
  [
    'out of the manager’s own sight',
    'write',
    inBody('callback(null, { app_metadata: {} });'),
    inBody('callback(null, { user_metadata: {} });'),
    { access: '(ctx, cb) => cb()' },
  ],
  [
    'email (create, edit), name (edit)',
    'settings',
    inBody(
      "callback(null, { userFields: [{ property: 'email', create: false, edit: false }, { property: 'name', edit: false }] });",
    ),
    inBody("callback(null, { userFields: [{ property: 'email', create: true }] });"),
  ],
  ['Only these connections', 'settings', inBody('callback(null, { connections: [] });'), fields],
  [
    'Raw profiles',
    'settings',
    inBody('callback(null, { suppressRawData: true });'),
    inBody('callback(null, { suppressRawData: false });'),
  ],
  [
    'The function runs in the sandbox',
    'settings',
    inBody('callback(null, { errorTranslator: "" });'),
    fields,
  ],
  [
    'Validation functions',
    'settings',
    inBody('callback(null, { userFields: [{ create: { validationFunction: "" } }] });'),
    fields,
  ],
  ['STYLE_ORIGINS', 'settings', inBody('callback(null, { css: "https://a.example/a.css" });'), fields],
  [
    'Options are checked',
    'settings',
    inBody('callback(null, { userFields: [{ create: { options: [] } }] });'),
    fields,
  ],
  [
    'The dictionary is an address',
    'settings',
    inBody('callback(null, { languageDictionary: "https://a.example/d" });'),
    inBody('callback(null, { languageDictionary: {} });'),
  ],
  ['no domain name is refused', 'customDomain', inBody('callback(null, {});'), inBody('ctx.log();')],
];

describe('what behaves otherwise', () => {
  test.each(cases)(
    '“%s” is said of a %s hook that does so, and of no other',
    async (says, name, does, doesNot, others) => {
      expect(await saidOf(name, { ...others, [name]: does })).toContain(says);
      const twin: Texts = { ...others, ...(name === 'write' && { settings: fields }), [name]: doesNot };
      expect(await saidOf(name, twin)).not.toContain(says);
    },
  );

  test('a hook that does none of this is said nothing of', async () => {
    expect(
      await saidOf('write', {
        settings: fields,
        write: inBody('callback(null, { email: ctx.payload.email });'),
      }),
    ).toBe('');
  });

  test('code that a parser does not read is left to the sandbox', async () => {
    const [report] = await lookAtHooks([
      { name: 'write', storedAs: 'create', text: 'function(ctx, callback) {\n callback(null, ;\n}' },
    ]);
    expect(report).toMatchObject({ failure: { line: 2 }, differences: [] });
  });
});
