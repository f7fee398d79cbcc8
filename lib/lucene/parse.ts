import type { Query, RangeEnd } from './query.ts';
import { isSpace, Scanner, type Word } from './scanner.ts';

/** How deep groups and negations may nest before the text is refused. */
const depthMaxDefault = 64;

/** `plain`: only words beside each other, without field, group or operator. */
export interface ParsedSearch {
  query: Query;
  plain: boolean;
}

/**
 * Parses a user search in Lucene's syntax as Auth0's search engine v3 takes it.
 * NOT binds closer than AND, AND closer than OR; words beside each other are alternatives, of which those with
 * a `+` must match and those with a `-` or NOT must not. Takes time proportional to the text.
 * @throws {LuceneSyntaxError} for every text that is no query, and nothing else
 * @see https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
export function parseLucene(text: string, depthMax = depthMaxDefault): Query {
  return parseSearch(text, depthMax).query;
}

/** Like `parseLucene`, and tells whether the text was nothing but words. */
export function parseSearch(text: string, depthMax = depthMaxDefault): ParsedSearch {
  return new Parser(text, depthMax).whole();
}

interface Clause {
  occurs: 'must' | 'should' | 'never';
  query: Query;
}

class Parser {
  private readonly scanner: Scanner;
  private readonly depthMax: number;
  private depth = 0;
  private plain = true;

  constructor(text: string, depthMax: number) {
    this.scanner = new Scanner(text);
    this.depthMax = depthMax;
  }

  whole(): ParsedSearch {
    const query = this.list(undefined);
    if (this.scanner.peek() !== undefined) this.scanner.fail();
    return { query, plain: this.plain };
  }

  /** Clauses beside each other, up to a closing parenthesis or the end. `field` is the one of the group around. */
  private list(field: string | undefined): Query {
    const clauses: Clause[] = [];
    do {
      clauses.push(this.alternatives(field));
      this.scanner.skipSpace();
    } while (this.scanner.peek() !== undefined && this.scanner.peek() !== ')');
    return combined(clauses);
  }

  private alternatives(field: string | undefined): Clause {
    const first = this.conjunction(field);
    const queries = [asQuery(first)];
    while (this.operator('OR', '||')) queries.push(asQuery(this.conjunction(field)));
    return queries.length === 1 ? first : { occurs: 'should', query: { kind: 'or', queries } };
  }

  private conjunction(field: string | undefined): Clause {
    const first = this.clause(field);
    const queries = [asQuery(first)];
    while (this.operator('AND', '&&')) queries.push(asQuery(this.clause(field)));
    return queries.length === 1 ? first : { occurs: 'should', query: { kind: 'and', queries } };
  }

  private clause(field: string | undefined): Clause {
    if (this.operator('NOT') || this.sign('-') || this.sign('!')) {
      return { occurs: 'never', query: this.nested(() => asQuery(this.clause(field))) };
    }
    if (this.sign('+')) return { occurs: 'must', query: this.nested(() => asQuery(this.clause(field))) };
    return { occurs: 'should', query: this.primary(field) };
  }

  private primary(field: string | undefined): Query {
    const { scanner } = this;
    scanner.skipSpace();
    if (scanner.peek() === '"') return { kind: 'term', field, value: scanner.quoted() };
    if (scanner.peek() === '(') return this.group(field);
    if (scanner.peek() === '[' || scanner.peek() === '{') return this.range(field);
    const word = scanner.word();
    scanner.skipSpace();
    if (scanner.take(':')) return this.afterColon(word);
    return this.valueOf(word, field);
  }

  private afterColon(word: Word): Query {
    const { scanner } = this;
    this.plain = false;
    scanner.skipSpace();
    const [field, ...behindAsterisk] = word.literals;
    if (behindAsterisk.length > 0) {
      const value = scanner.word();
      const everything = isAsterisk(word) && isAsterisk(value);
      return everything
        ? { kind: 'all' }
        : scanner.fail('A field name cannot hold a wildcard', word.position);
    }
    if (field === undefined || field === '') return scanner.fail('A field name is missing', word.position);
    const next = scanner.peek();
    if (field === '_exists_' && !word.escaped) return { kind: 'exists', field: this.existingField() };
    if (next === '(') return this.group(field);
    if (next === '[' || next === '{') return this.range(field);
    if (next === '"') return { kind: 'term', field, value: scanner.quoted() };
    if (next === '<' || next === '>') return this.comparison(field);
    if (next === '+' || next === '-') return scanner.fail();
    return this.valueOf(scanner.word(), field);
  }

  /** What stands behind `_exists_:`. */
  private existingField(): string {
    const { position } = this.scanner;
    const field = this.valueWithoutWildcard();
    return field === '' ? this.scanner.fail('A field name is missing', position) : field;
  }

  private valueWithoutWildcard(): string {
    if (this.scanner.peek() === '"') return this.scanner.quoted();
    const word = this.scanner.word();
    const [value, ...behindAsterisk] = word.literals;
    if (value === undefined || behindAsterisk.length > 0) {
      return this.scanner.fail('No wildcard can stand here', word.position);
    }
    return value;
  }

  private group(field: string | undefined): Query {
    this.plain = false;
    const opening = this.scanner.position;
    this.scanner.take('(');
    const query = this.nested(() => this.list(field));
    if (!this.scanner.take(')')) this.scanner.fail('The parenthesis is never closed', opening);
    return query;
  }

  private range(field: string | undefined): Query {
    const { scanner } = this;
    this.plain = false;
    if (field === undefined) return scanner.fail('A range needs a field');
    const fromInclusive = scanner.take('[');
    if (!fromInclusive) scanner.take('{');
    const from = scanner.rangeEnd();
    if (!scanner.takeOperator('TO')) scanner.fail('A range is written [from TO to]');
    const to = scanner.rangeEnd();
    scanner.skipSpace();
    const toInclusive = scanner.take(']');
    if (!toInclusive && !scanner.take('}')) scanner.fail('The range is never closed');
    if (from === undefined && to === undefined) return { kind: 'exists', field };
    return { kind: 'range', field, from: rangeEnd(from, fromInclusive), to: rangeEnd(to, toInclusive) };
  }

  /** `>5`, `>=5`, `<5` or `<=5`. */
  private comparison(field: string): Query {
    const { scanner } = this;
    const below = scanner.take('<');
    if (!below) scanner.take('>');
    const inclusive = scanner.take('=');
    const end = { value: this.valueWithoutWildcard(), inclusive };
    return below ? { kind: 'range', field, to: end } : { kind: 'range', field, from: end };
  }

  private valueOf(word: Word, field: string | undefined): Query {
    const { scanner } = this;
    const [value, ...behindAsterisk] = word.literals;
    const next = scanner.peek();
    const separated =
      next === undefined || next === ')' || isSpace(next) || isSpace(scanner.text[scanner.position - 1]);
    if (!separated || value === undefined) return scanner.fail();
    if (behindAsterisk.length === 0) {
      if (!word.escaped && isOperator(value))
        scanner.fail(`"${value}" needs a term on both sides`, word.position);
      return { kind: 'term', field, value };
    }
    if (word.literals.some((literal) => literal !== ''))
      return { kind: 'wildcard', field, literals: word.literals };
    return field === undefined ? { kind: 'all' } : { kind: 'exists', field };
  }

  private operator(...operators: string[]): boolean {
    const taken = this.scanner.takeOperator(...operators);
    if (taken) this.plain = false;
    return taken;
  }

  /** A sign in front of a clause, which stands directly behind it. */
  private sign(sign: '+' | '-' | '!'): boolean {
    this.scanner.skipSpace();
    if (!this.scanner.take(sign)) return false;
    this.plain = false;
    if (isSpace(this.scanner.peek())) this.scanner.fail(`"${sign}" needs a term directly behind it`);
    return true;
  }

  private nested(parse: () => Query): Query {
    if (++this.depth > this.depthMax)
      this.scanner.fail(`The query nests deeper than ${this.depthMax} levels`);
    const query = parse();
    this.depth--;
    return query;
  }
}

function rangeEnd(value: string | undefined, inclusive: boolean): RangeEnd | undefined {
  return value === undefined ? undefined : { value, inclusive };
}

function isAsterisk(word: Word): boolean {
  return word.literals.length === 2 && word.literals.every((literal) => literal === '');
}

function isOperator(word: string): boolean {
  return ['AND', 'OR', 'NOT', '&&', '||'].includes(word);
}

function asQuery({ occurs, query }: Clause): Query {
  return occurs === 'never' ? { kind: 'not', query } : query;
}

/** A clause that is neither demanded nor forbidden narrows nothing once another one is demanded. */
function combined(clauses: Clause[]): Query {
  const [only] = clauses;
  if (clauses.length === 1 && only !== undefined) return asQuery(only);
  const demanded = clauses.filter(({ occurs }) => occurs === 'must').map(asQuery);
  const optional = clauses.filter(({ occurs }) => occurs === 'should').map(asQuery);
  const [first] = optional;
  if (demanded.length === 0 && first !== undefined) {
    demanded.push(optional.length === 1 ? first : { kind: 'or', queries: optional });
  }
  const queries = [...demanded, ...clauses.filter(({ occurs }) => occurs === 'never').map(asQuery)];
  const [single] = queries;
  return queries.length === 1 && single !== undefined ? single : { kind: 'and', queries };
}
