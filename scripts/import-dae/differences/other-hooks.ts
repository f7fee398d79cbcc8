import { type Difference, firstOf, type Looked, type Rule, touching } from './difference.ts';

const refusals = ({ facts }: Looked) =>
  facts.answers.filter(({ what }) => {
    const [error] = what.arguments;
    return error !== undefined && !(error.type === 'Literal' && error.value === null) && !isUndefined(error);
  });

function isUndefined(node: { type: string; name?: unknown }): boolean {
  return node.type === 'Identifier' && node.name === 'undefined';
}

const accessRules: Rule[] = [
  (looked) =>
    firstOf(
      refusals(looked),
      'A user whom this hook refuses drops out of a list, and the rest is shown; in DAE the whole list failed.',
    ),
  ({ facts }) =>
    firstOf(
      facts.answers.filter(({ what }) => {
        const [, answer] = what.arguments;
        return answer !== undefined && answer.type !== 'Literal' && !isUndefined(answer);
      }),
      'An object as the answer to read:user masks the user on the user’s page, in forms and in exports too, and not only in lists.',
    ),
];

const filterRules: Rule[] = [
  ({ facts }) =>
    firstOf(
      facts.answers,
      'The filter also holds for a user who is opened by address, and for every user who would result from a save.',
    ),
  ({ facts, configured }) => {
    if (configured.has('access')) return [];
    return firstOf(
      facts.answers.filter(({ what }) => what.arguments.length < 2),
      'There is no access hook: where this hook answers nothing, nobody but an Administrator sees users.',
    );
  },
];

const membershipsRules: Rule[] = [
  (looked) =>
    firstOf(
      refusals(looked),
      'An error of this hook is shown to the manager; DAE went on without memberships.',
    ),
  ({ facts }) =>
    facts.members.some(({ what }) => what.key === 'createMemberships')
      ? []
      : [
          {
            says: 'A membership that is neither among these choices nor the user’s already is refused by the server; DAE took any that a browser sent.',
          },
        ],
  ({ facts }) =>
    touching(facts, 'payload.user').length > 0
      ? []
      : [
          {
            says: 'The hook answers the same whoever ctx.payload.user is, so a user’s present memberships are looked up in the profile: app_metadata.memberships, or those of these names that stand under app_metadata. Name the place with membershipProperty in the settings hook where that is another.',
          },
        ],
];

const customDomainRules: Rule[] = [
  ({ facts }) => firstOf(facts.answers, 'A value that is no domain name is refused, with a sentence.'),
];

const rulesByHook = {
  access: accessRules,
  filter: filterRules,
  memberships: membershipsRules,
  customDomain: customDomainRules,
};

/** What can be different in the hooks that have few such places. */
export function differencesOfOther(looked: Looked, name: keyof typeof rulesByHook): Difference[] {
  return rulesByHook[name].flatMap((rule) => rule(looked));
}
