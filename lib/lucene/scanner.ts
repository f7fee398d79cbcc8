import { LuceneSyntaxError } from './lucene-syntax-error.ts';

const wordEnds = new Set('()[]{}:"^~!?');
const refused: Record<string, string> = {
  '^': 'Boosts are not supported; escape or quote "^"',
  '~': 'Fuzzy and proximity searches are not supported; escape or quote "~"',
  '?': 'The wildcard "?" is not supported; escape or quote it',
  '/': 'Regular expressions are not supported; escape or quote "/"',
};

/** A word without quotes: its texts between unescaped asterisks, and whether it held a backslash. */
export interface Word {
  literals: string[];
  escaped: boolean;
  position: number;
}

/** Walks over the characters of a query, forward only, each one once. */
export class Scanner {
  readonly text: string;
  position = 0;

  constructor(text: string) {
    this.text = text;
  }

  peek(): string | undefined {
    return this.text[this.position];
  }

  skipSpace(): void {
    while (isSpace(this.peek())) this.position++;
  }

  /** Consumes `expected` where it stands next. */
  take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.position)) return false;
    this.position += expected.length;
    return true;
  }

  /** Consumes one of the `operators` where it stands as a word of its own. */
  takeOperator(...operators: string[]): boolean {
    this.skipSpace();
    for (const operator of operators) {
      const after = this.text[this.position + operator.length];
      if ((after === undefined || isSpace(after) || wordEnds.has(after)) && this.take(operator)) return true;
    }
    return false;
  }

  fail(problem?: string, position = this.position): never {
    const character = this.text[position];
    const usual =
      character === undefined
        ? 'The query ends too early'
        : (refused[character] ?? `Unexpected "${character}"`);
    throw new LuceneSyntaxError(problem ?? usual, position);
  }

  word(): Word {
    const position = this.position;
    if (this.peek() === '/') this.fail();
    const word: Word = { literals: [], escaped: false, position };
    let literal = '';
    for (
      let next = this.peek();
      next !== undefined && !isSpace(next) && !wordEnds.has(next);
      next = this.peek()
    ) {
      this.position++;
      if (next === '*') {
        word.literals.push(literal);
        literal = '';
      } else if (next === '\\') {
        word.escaped = true;
        literal += this.escapedCharacter();
      } else {
        literal += next;
      }
    }
    word.literals.push(literal);
    if (this.position === position) this.fail();
    return word;
  }

  /** The text between double quotes; the opening one stands next. */
  quoted(): string {
    const opening = this.position++;
    let value = '';
    for (let next = this.peek(); next !== undefined; next = this.peek()) {
      this.position++;
      if (next === '"') return value;
      value += next === '\\' ? this.escapedCharacter() : next;
    }
    return this.fail('The quotation mark is never closed', opening);
  }

  /** One end of a range: a quoted text, or everything up to a space or bracket; `undefined` for `*`. */
  rangeEnd(): string | undefined {
    this.skipSpace();
    if (this.peek() === '"') return this.quoted();
    const start = this.position;
    let value = '';
    for (
      let next = this.peek();
      next !== undefined && !isSpace(next) && !'[]{}"'.includes(next);
      next = this.peek()
    ) {
      this.position++;
      value += next === '\\' ? this.escapedCharacter() : next;
    }
    if (this.position === start) this.fail();
    return this.text.slice(start, this.position) === '*' ? undefined : value;
  }

  private escapedCharacter(): string {
    const character = this.peek();
    if (character === undefined) return this.fail('A backslash needs a character behind it');
    this.position++;
    return character;
  }
}

export function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}
