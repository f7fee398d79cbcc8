import type { AnyNode } from 'acorn';
import { referenceOf } from '../code/aliases.ts';
import type { Facts } from '../code/facts.ts';
import { lineOf } from '../code/parse-hook.ts';
import { type Difference, firstOf, type Looked, type Rule, touching } from './difference.ts';

const memberships: Rule = ({ facts }) =>
  firstOf(
    touching(facts, 'payload.memberships'),
    'On an update ctx.payload.memberships is always there: what the picker holds, or the user’s present memberships. In DAE it could be absent; code that takes this for “unchanged” now sees the present ones.',
  );

const options: Rule = ({ facts }) => {
  const read = facts.touched.filter(({ what }) => /^payload\.memberships\.\*\.(value|label)$/.test(what));
  const picked = facts.nodes
    .filter((node) => picksMember(node, facts))
    .map((node) => ({ what: '', line: lineOf(node) }));
  return firstOf(
    [...read, ...picked],
    "The hook expects memberships as {value, label}, as DAE 4 gave them. Let the settings hook answer memberships: 'options', or none of them is found.",
  );
};

/** `_.map(ctx.payload.memberships, 'value')` and the like. */
function picksMember(node: AnyNode, { aliases }: Facts): boolean {
  if (node.type !== 'CallExpression') return false;
  const isOfMemberships = node.arguments.some(
    (argument) => referenceOf(argument, aliases)?.path.join('.') === 'payload.memberships',
  );
  const names = node.arguments.map((argument) => argument.type === 'Literal' && argument.value);
  return isOfMemberships && (names.includes('value') || names.includes('label'));
}

const runsOnUpdate: Rule = ({ facts, all, configured }) => {
  const settings = all.get('settings');
  const declaresFields = settings?.members.some(({ what }) => what.key === 'userFields') ?? false;
  const isUnread = configured.has('settings') && !settings;
  if (declaresFields || isUnread) return [];
  const asks = touching(facts, 'method').length > 0;
  const consequence = asks ? '' : ' It does not look at ctx.method, so that it treats both alike.';
  return [
    {
      says: `The settings hook declares no userFields; in DAE this hook then ran when users were created, and here it runs when they are changed too.${consequence}`,
    },
  ];
};

const keysToDeclare = new Set(['blocked', 'email_verified', 'phone_verified']);

const guardedKeys: Rule = ({ facts, all }) => {
  const declared = new Set(
    (all.get('settings')?.members ?? []).flatMap(({ what }) =>
      what.key === 'property' && what.value.type === 'Literal' ? [String(what.value.value)] : [],
    ),
  );
  return [...keysToDeclare].flatMap((key) => {
    if (declared.has(key)) return [];
    return firstOf(
      facts.members.filter(({ what }) => what.key === key),
      `The hook sets “${key}”. It is sent only where the settings hook declares a field with that property; otherwise the save is refused.`,
    );
  });
};

const roles: Rule = ({ facts }) =>
  firstOf(
    facts.members.filter(({ what }) => what.key === 'roles' || what.key === 'permissions'),
    'The hook sets roles or permissions. A user can be given those of this console that the manager holds, and no others; roles of other names pass.',
  );

const passedOn: Rule = ({ facts }) =>
  firstOf(
    facts.answers.filter(({ what }) => {
      const reference = referenceOf(what.arguments[1], facts.aliases);
      return reference?.root === 'ctx' && reference.path.join('.') === 'payload';
    }),
    'The hook passes ctx.payload on as it is. Memberships that stay as they are are not sent. Where a manager changes them, the save is refused and says so: the API knows no “memberships” at the root of a user, so that the hook has to put them where they belong.',
  );

const leavesScope: Rule = ({ facts, configured }) => {
  const setsMetadata = facts.members.filter(({ what }) => what.key === 'app_metadata');
  const hasScope = configured.has('access') || configured.has('filter');
  return hasScope
    ? firstOf(
        setsMetadata,
        'After this hook the user who would result is asked about again: a save that puts a user out of the manager’s own sight is refused, unless the settings hook answers mayLeaveScope: true.',
      )
    : [];
};

const rules = [memberships, options, runsOnUpdate, guardedKeys, roles, passedOn, leavesScope];

/** What can be different in a write hook. */
export function differencesOfWrite(looked: Looked): Difference[] {
  return rules.flatMap((rule) => rule(looked));
}
