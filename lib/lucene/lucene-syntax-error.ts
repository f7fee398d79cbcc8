/** A text is not a query. `position` counts UTF-16 units from 0. */
export class LuceneSyntaxError extends Error {
  readonly position: number;

  constructor(problem: string, position: number) {
    super(`${problem} (at position ${position})`);
    this.name = 'LuceneSyntaxError';
    this.position = position;
  }
}
