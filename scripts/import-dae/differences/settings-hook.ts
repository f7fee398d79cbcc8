import type { AnyNode } from 'acorn';
import { keyOf, textOf } from '../code/facts.ts';
import { type Difference, firstOf, type Looked, type Rule } from './difference.ts';

/** A rule about a member that the answer has, by its key. */
function member(key: string, says: string, isMeant: (value: AnyNode) => boolean = () => true): Rule {
  return ({ facts }) =>
    firstOf(
      facts.members.filter(({ what }) => what.key === key && isMeant(what.value)),
      says,
    );
}

const isFalse = (value: AnyNode) => value.type === 'Literal' && value.value === false;
const isTrue = (value: AnyNode) => value.type === 'Literal' && value.value === true;

/** Fields whose `create` or `edit` is false: DAE only hid them. */
const closedFields: Rule = ({ facts }) => {
  const closed = facts.nodes.flatMap((node) => {
    if (node.type !== 'ObjectExpression') return [];
    const values = new Map(
      node.properties.flatMap((one): [string, AnyNode][] =>
        one.type === 'Property' ? [[keyOf(one.key), one.value]] : [],
      ),
    );
    const property = textOf(values.get('property'));
    const forms = ['create', 'edit'].filter((form) => {
      const value = values.get(form);
      return value !== undefined && isFalse(value);
    });
    if (property === undefined || forms.length === 0) return [];
    return [{ line: (node.loc?.start.line ?? 2) - 1, what: `${property} (${forms.join(', ')})` }];
  });
  const list = closed.map(({ what }) => what).join(', ');
  return firstOf(
    closed,
    `Fields with create or edit false were hidden in DAE; the server refuses them too here: ${list}.`,
  );
};

const rules: Rule[] = [
  closedFields,
  member(
    'connections',
    'Only these connections are taken by the server as well; in DAE the form alone kept to them.',
  ),
  member(
    'suppressRawData',
    'Raw profiles and raw log entries are not sent to the browser at all; in DAE they were hidden there.',
    isTrue,
  ),
  member(
    'errorTranslator',
    'The function runs in the sandbox, with the error {type, message, status} and the languageDictionary, and sees nothing around it.',
  ),
  member(
    'validationFunction',
    'Validation functions run in the sandbox, as one types and again on save, with (value, values, context, languageDictionary).',
  ),
  member('css', 'Style sheets are loaded from origins that the operator lists in STYLE_ORIGINS.'),
  member('altcss', 'Style sheets are loaded from origins that the operator lists in STYLE_ORIGINS.'),
  member(
    'options',
    'Options are checked by the server: a value that is not among them, and that the user does not have already, is refused.',
  ),
  member(
    'languageDictionary',
    'The dictionary is an address: the server reads it, over https, from an origin that the operator lists in HOOK_ORIGINS.',
    (value) => /^https?:/.test(textOf(value) ?? ''),
  ),
];

/** What can be different in a settings hook. */
export function differencesOfSettings(looked: Looked): Difference[] {
  return rules.flatMap((rule) => rule(looked));
}
