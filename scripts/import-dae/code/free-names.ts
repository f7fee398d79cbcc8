import type { AnyNode, Identifier } from 'acorn';

/**
 * The names that the code uses and declares nowhere, each where it stands first. Scopes are not told apart: a name that
 * is declared anywhere counts as declared.
 */
export function freeNames(nodes: readonly AnyNode[]): Identifier[] {
  const declared = new Set(['arguments', 'undefined', ...nodes.flatMap(namesDeclaredBy)]);
  const keys = new Set(nodes.flatMap(keysIn));
  const found = new Map<string, Identifier>();
  for (const node of nodes) {
    if (node.type !== 'Identifier' || declared.has(node.name) || keys.has(node)) continue;
    if (!found.has(node.name)) found.set(node.name, node);
  }
  return [...found.values()];
}

function namesDeclaredBy(node: AnyNode): string[] {
  switch (node.type) {
    case 'VariableDeclarator':
      return namesIn(node.id);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return [...(node.id ? [node.id.name] : []), ...node.params.flatMap(namesIn)];
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.id ? [node.id.name] : [];
    case 'CatchClause':
      return node.param ? namesIn(node.param) : [];
    default:
      return [];
  }
}

function namesIn(pattern: AnyNode | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'RestElement':
      return namesIn(pattern.argument);
    case 'ArrayPattern':
      return pattern.elements.flatMap(namesIn);
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => namesIn(one.type === 'Property' ? one.value : one));
    default:
      return [];
  }
}

/** Identifiers that name a member or a label and no variable. */
function keysIn(node: AnyNode): AnyNode[] {
  switch (node.type) {
    case 'MemberExpression':
      return node.computed ? [] : [node.property];
    case 'Property':
      return node.computed || node.shorthand ? [] : [node.key];
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return node.computed ? [] : [node.key];
    case 'LabeledStatement':
      return [node.label];
    case 'BreakStatement':
    case 'ContinueStatement':
      return node.label ? [node.label] : [];
    default:
      return [];
  }
}
