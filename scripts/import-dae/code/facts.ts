import type { AnyNode, CallExpression } from 'acorn';
import { type Aliases, aliasesIn, referenceOf } from './aliases.ts';
import { freeNames } from './free-names.ts';
import { type HookCode, lineOf, nodesIn } from './parse-hook.ts';

/** Something that the code does, and the line it does it on. */
export interface At<T> {
  what: T;
  line: number;
}

/** What a hook's code touches, as far as its text shows. */
export interface Facts {
  nodes: readonly AnyNode[];
  aliases: Aliases;
  /** Members of `ctx` that are read, changed or called, as dotted paths: `request.user.email`. */
  touched: At<string>[];
  /** Members of `ctx` that something is assigned to. */
  assigned: At<string>[];
  /** Calls of the callback. */
  answers: At<CallExpression>[];
  /** Names given to `require`; `undefined` where the code computes one. */
  required: At<string | undefined>[];
  /** Names that are declared nowhere in the code. */
  free: At<string>[];
  /** The texts in the code, those of templates up to their first gap among them. */
  texts: At<string>[];
  /** Keys of object literals and of assignments to members, with the value. */
  members: At<{ key: string; value: AnyNode }>[];
}

export function factsOf(code: HookCode): Facts {
  const nodes = [...nodesIn(code.program)];
  const aliases = aliasesIn(code);
  const at = <T>(node: AnyNode, what: T): At<T> => ({ what, line: lineOf(node) });
  const calls = nodes.filter((node) => node.type === 'CallExpression');
  return {
    nodes,
    aliases,
    touched: nodes.flatMap((node) => {
      const reference = isPathNode(node) ? referenceOf(node, aliases) : undefined;
      return reference?.root === 'ctx' ? [at(node, reference.path.join('.'))] : [];
    }),
    assigned: nodes.flatMap((node) => {
      const target = node.type === 'AssignmentExpression' ? node.left : undefined;
      const reference = target?.type === 'MemberExpression' ? referenceOf(target, aliases) : undefined;
      return reference?.root === 'ctx' ? [at(node, reference.path.join('.'))] : [];
    }),
    answers: calls
      .filter((call) => {
        const reference = referenceOf(call.callee, aliases);
        return reference?.root === 'callback' && reference.path.length === 0;
      })
      .map((call) => at(call, call)),
    required: calls
      .filter(({ callee }) => callee.type === 'Identifier' && callee.name === 'require')
      .map((call) => at(call, textOf(call.arguments[0]))),
    free: freeNames(nodes).map((node) => at(node, node.name)),
    texts: nodes.flatMap((node) => {
      if (node.type === 'Literal' && typeof node.value === 'string') return [at(node, node.value)];
      if (node.type === 'TemplateLiteral') return [at(node, node.quasis[0]?.value.cooked ?? '')];
      return [];
    }),
    members: nodes.flatMap((node) => {
      if (node.type === 'Property' && !node.computed && node.kind === 'init') {
        return [at(node, { key: keyOf(node.key), value: node.value })];
      }
      if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return [];
      return [at(node, { key: keyOf(node.left.property), value: node.right })];
    }),
  };
}

function isPathNode(node: AnyNode): boolean {
  return node.type === 'MemberExpression' || node.type === 'Identifier';
}

export function keyOf(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' ? String(node.value) : '';
}

/** The text that a literal or a template without gaps holds. */
export function textOf(node: AnyNode | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? '';
  return undefined;
}

/** Whether an expression is a text for certain: a literal, a template, or a sum with one of these. */
export function isText(node: AnyNode | undefined): boolean {
  if (node?.type === 'TemplateLiteral') return true;
  if (node?.type === 'Literal') return typeof node.value === 'string';
  return (
    node?.type === 'BinaryExpression' && node.operator === '+' && (isText(node.left) || isText(node.right))
  );
}
