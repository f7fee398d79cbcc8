import type { Query, RangeEnd } from './query.ts';

/**
 * Writes a query so that parsing the text gives the same tree: values quoted, everything special escaped,
 * parentheses around every combination within another.
 */
export function printLucene(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '*:*';
    case 'and':
      return query.queries.map(printOperand).join(' AND ');
    case 'or':
      return query.queries.map(printOperand).join(' OR ');
    case 'not':
      return `NOT ${printOperand(query.query)}`;
    case 'exists':
      return `_exists_:${printField(query.field)}`;
    case 'range':
      return `${printField(query.field)}:${printRange(query.from, query.to)}`;
    case 'term':
      return `${printPrefix(query.field)}${isPlainWord(query.value) ? query.value : printQuoted(query.value)}`;
    case 'wildcard':
      return `${printPrefix(query.field)}${query.literals.map(escaped).join('*')}`;
  }
}

function printOperand(query: Query): string {
  return query.kind === 'and' || query.kind === 'or' ? `(${printLucene(query)})` : printLucene(query);
}

function printPrefix(field: string | undefined): string {
  return field === undefined ? '' : `${printField(field)}:`;
}

function printField(field: string): string {
  const reserved = field === '_exists_' || operatorWords.has(field);
  return reserved ? `\\${field}` : escaped(field);
}

function printRange(from: RangeEnd | undefined, to: RangeEnd | undefined): string {
  const opening = from?.inclusive === false ? '{' : '[';
  const closing = to?.inclusive === false ? '}' : ']';
  return `${opening}${printRangeEnd(from)} TO ${printRangeEnd(to)}${closing}`;
}

function printRangeEnd(end: RangeEnd | undefined): string {
  if (end === undefined) return '*';
  return /^[A-Za-z0-9_.:-]+$/.test(end.value) && end.value !== 'TO' ? end.value : printQuoted(end.value);
}

const operatorWords = new Set(['AND', 'OR', 'NOT', 'TO']);

function isPlainWord(value: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_.@|-]*$/.test(value) && !operatorWords.has(value);
}

function printQuoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** A backslash before every ASCII sign and every space; letters and digits of any script stay. */
function escaped(text: string): string {
  return text.replace(/[^A-Za-z0-9_.\u0080-\uffff]|\s/g, '\\$&');
}
