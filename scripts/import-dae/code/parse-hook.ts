import { type AnyNode, type Function as FunctionNode, type Program, parse } from 'acorn';

/** A hook's code: its tree, and the function that the sandbox calls where the code shows it. */
export interface HookCode {
  program: Program;
  hook: FunctionNode | undefined;
}

// A hook is an expression with helper functions after it, as the right side of an assignment is. The prefix stands
// on a line of its own, so that a line here is one more than in the hook.
const prefix = 'var hook =\n';

/** Reads a hook's code; `undefined` where it does not parse, which the sandbox tells with line and column. */
export function parseHook(text: string): HookCode | undefined {
  try {
    const program = parse(prefix + text, { ecmaVersion: 'latest', locations: true });
    const [first] = program.body;
    const value = first?.type === 'VariableDeclaration' ? first.declarations[0]?.init : undefined;
    return { program, hook: functionIn(value ?? undefined) };
  } catch {
    return undefined;
  }
}

function functionIn(node: AnyNode | undefined): FunctionNode | undefined {
  if (node?.type === 'FunctionExpression' || node?.type === 'ArrowFunctionExpression') return node;
  if (node?.type === 'AssignmentExpression') return functionIn(node.right);
  if (node?.type === 'SequenceExpression') return functionIn(node.expressions.at(-1));
  return undefined;
}

/** The line of the hook's text that a node begins on, from 1. */
export function lineOf(node: AnyNode): number {
  return (node.loc?.start.line ?? 2) - 1;
}

/** A node and everything below it, in the order of the text. */
export function* nodesIn(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesIn(child);
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
