import type { AnyNode, Function as FunctionNode } from 'acorn';
import { type HookCode, nodesIn } from './parse-hook.ts';

/** What an expression stands for: a member of `ctx`, or the callback. `*` is any element of an array. */
export interface Reference {
  root: 'ctx' | 'callback';
  path: readonly string[];
}

export type Aliases = Map<string, Reference>;

/** Functions that hand each element of what they are called on, or of their first argument, to a function. */
const iterators = /^(map|forEach|each|filter|some|every|find|findIndex|flatMap|includes|any|all|reject)$/;

/** Aliases of aliases are found by going over the code again; deeper chains are rare. */
const rounds = 4;

/**
 * Which names stand for members of `ctx` or for the callback: the hook's own parameters, variables and destructured
 * members made of them, and the parameters of functions that are called with them. Names are not told apart by scope.
 */
export function aliasesIn({ program, hook }: HookCode): Aliases {
  const aliases: Aliases = new Map();
  const [context, callback] = hook?.params ?? [];
  if (context) bind(context, { root: 'ctx', path: [] }, aliases);
  if (callback) bind(callback, { root: 'callback', path: [] }, aliases);
  const nodes = [...nodesIn(program)];
  const functions = functionsByName(nodes);
  for (let round = 0; round < rounds; round += 1) {
    for (const node of nodes) learnFrom(node, aliases, functions);
  }
  return aliases;
}

/** What an expression stands for, if it is a member of `ctx` or the callback. */
export function referenceOf(node: AnyNode | null | undefined, aliases: Aliases): Reference | undefined {
  switch (node?.type) {
    case 'Identifier':
      return aliases.get(node.name);
    case 'MemberExpression': {
      const owner = referenceOf(node.object, aliases);
      return owner && { root: owner.root, path: [...owner.path, memberName(node.computed, node.property)] };
    }
    case 'ChainExpression':
      return referenceOf(node.expression, aliases);
    case 'LogicalExpression':
      return referenceOf(node.left, aliases);
    default:
      return undefined;
  }
}

function memberName(computed: boolean, property: AnyNode): string {
  if (!computed && property.type === 'Identifier') return property.name;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : '*';
}

function learnFrom(node: AnyNode, aliases: Aliases, functions: Map<string, FunctionNode>): void {
  if (node.type === 'VariableDeclarator') {
    const reference = referenceOf(node.init, aliases);
    if (reference) bind(node.id, reference, aliases);
  } else if (node.type === 'AssignmentExpression') {
    const reference = referenceOf(node.right, aliases);
    if (reference && node.left.type === 'Identifier') bind(node.left, reference, aliases);
  } else if (node.type === 'CallExpression') {
    learnFromCall(node.callee, node.arguments, aliases, functions);
  }
}

function learnFromCall(
  callee: AnyNode,
  args: readonly AnyNode[],
  aliases: Aliases,
  functions: Map<string, FunctionNode>,
): void {
  if (callee.type === 'Identifier') {
    const called = functions.get(callee.name);
    for (const [index, argument] of args.entries()) {
      const reference = referenceOf(argument, aliases);
      const parameter = called?.params[index];
      if (reference && parameter) bind(parameter, reference, aliases);
    }
  }
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
  if (!iterators.test(callee.property.name)) return;
  const list = referenceOf(callee.object, aliases) ?? referenceOf(args[0], aliases);
  const visitor = args.find(
    (one) => one.type === 'FunctionExpression' || one.type === 'ArrowFunctionExpression',
  );
  const [element] = visitor && 'params' in visitor ? visitor.params : [];
  if (list && element) bind(element, { root: list.root, path: [...list.path, '*'] }, aliases);
}

/** Binds the names of a pattern; a name that is bound already keeps its first meaning. */
function bind(pattern: AnyNode, reference: Reference, aliases: Aliases): void {
  if (pattern.type === 'Identifier') {
    if (!aliases.has(pattern.name)) aliases.set(pattern.name, reference);
  } else if (pattern.type === 'AssignmentPattern') {
    bind(pattern.left, reference, aliases);
  } else if (pattern.type === 'ArrayPattern') {
    for (const element of pattern.elements) {
      if (element) bind(element, { root: reference.root, path: [...reference.path, '*'] }, aliases);
    }
  } else if (pattern.type === 'ObjectPattern') {
    for (const property of pattern.properties) {
      if (property.type !== 'Property') continue;
      const path = [...reference.path, memberName(property.computed, property.key)];
      bind(property.value, { root: reference.root, path }, aliases);
    }
  }
}

function functionsByName(nodes: readonly AnyNode[]): Map<string, FunctionNode> {
  const functions = new Map<string, FunctionNode>();
  for (const node of nodes) {
    if (node.type === 'FunctionDeclaration' && node.id) functions.set(node.id.name, node);
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') continue;
    const { init } = node;
    if (init?.type === 'FunctionExpression' || init?.type === 'ArrowFunctionExpression') {
      functions.set(node.id.name, init);
    }
  }
  return functions;
}
