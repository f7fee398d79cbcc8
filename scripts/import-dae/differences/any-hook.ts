import { isText } from '../code/facts.ts';
import { type Difference, firstOf, type Looked, type Rule, touching } from './difference.ts';

const remoteModules = new Set(['request', 'request-promise', 'axios', 'superagent', 'node-fetch']);

const token: Rule = ({ facts }) =>
  firstOf(
    facts.touched.filter(({ what }) => /^request\.user\.(token|access_token|id_token)$/.test(what)),
    'Hooks are given no token of the manager: ctx.request.user has none here. What the hook did with it must be done otherwise.',
  );

const globals: Rule = ({ facts, missing }) =>
  facts.free
    .filter(({ what }) => missing.globals.has(what))
    .map(({ what, line }) => ({
      line,
      says: `“${what}” is not there: hooks see the language, require, console, timers, fetch and a few helpers, and nothing of the server.`,
    }));

const modules: Rule = ({ facts, missing }) =>
  facts.required.flatMap(({ what, line }): Difference[] => {
    if (what === undefined) {
      return [
        { line, says: 'The name of the module is computed, so that only running tells whether it is there.' },
      ];
    }
    const why = missing.modules.get(what);
    if (why !== undefined) return [{ line, says: `The module “${what}” is not there. ${why}` }];
    const [, version] = /^(?:@[^@]*|[^@]+)@(.+)$/.exec(what) ?? [];
    if (version === undefined) return [];
    return [
      {
        line,
        says: `The version in require('${what}') is read over: there is one version of each library here.`,
      },
    ];
  });

const remoteCalls: Rule = ({ facts }) => {
  const clients = facts.required.filter(({ what }) =>
    remoteModules.has((what ?? '').replace(/(?<=.)@.*$/, '')),
  );
  const fetches = facts.free.filter(({ what }) => what === 'fetch');
  const [first] = [...clients, ...fetches];
  if (!first) return [];
  const addresses = facts.texts.flatMap(({ what }) => what.match(/^https?:\/\/[^\s/?#"'`]+/i) ?? []);
  const origins = [...new Set(addresses.flatMap((address) => URL.parse(address)?.origin ?? []))];
  const list =
    origins.length > 0
      ? `Set HOOK_ORIGINS=${origins.join(',')}`
      : 'List their origins in HOOK_ORIGINS; the code does not show them';
  return [{ line: first.line, says: `Remote calls reach only origins that the operator lists. ${list}.` }];
};

const managementClient: Rule = ({ facts }) =>
  firstOf(
    facts.required.filter(({ what }) => /^auth0(@|$)/.test(what ?? '')),
    'The tenant’s ManagementClient is not handed out to hooks.',
  );

const textErrors: Rule = ({ facts }) =>
  firstOf(
    facts.answers.filter(({ what }) => isText(what.arguments[0])),
    'The callback is given a text as its error: managers read this text, where DAE showed a sentence of its own.',
  );

const customData: Rule = ({ facts }) =>
  firstOf(
    touching(facts, 'write'),
    'ctx.write keeps every write: when somebody else wrote since ctx.read, the hook is run again from its start (three times at most). What it does before ctx.write can happen more than once. At most 400 kB.',
  );

const sharedFunctions: Rule = ({ facts }) =>
  firstOf(
    facts.members.filter(
      ({ what: { value }, line }) =>
        /^(Arrow)?Function/.test(value.type) &&
        facts.assigned.some((assigned) => assigned.line === line && assigned.what.startsWith('global.')),
    ),
    'ctx.global holds JSON values: a function that is kept there is gone for the next hook.',
  );

const changedContext: Rule = ({ facts }) =>
  firstOf(
    facts.assigned.filter(({ what }) => what.startsWith('request.')),
    'What a hook changes on ctx.request is seen by nobody else: each run is given its own copy.',
  );

const rules = [
  token,
  globals,
  modules,
  remoteCalls,
  managementClient,
  textErrors,
  customData,
  sharedFunctions,
  changedContext,
];

/** What can be different in any hook. */
export function differencesOfAny(looked: Looked): Difference[] {
  return rules.flatMap((rule) => rule(looked));
}
