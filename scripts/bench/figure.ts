/** One line of the bench's table. */
export interface Figure {
  what: string;
  /** In `unit`. */
  value: number;
  /** `×` is a ratio of two things measured in the same run. */
  unit: 'µs' | 'ms' | 's' | '×' | 'kB' | 'MB';
  /** The largest value that holds; without it the figure is only told. */
  atMost?: number;
  /** What else was measured with it, shown after the value. */
  beside?: string;
}

/** A part of the bench: measures, ends what it started, and tells its figures. */
export type Part = () => Promise<Figure[]>;

/** Tells a figure of a long part as soon as it is there. */
export function told(figure: Figure): Figure {
  console.error(`${figure.what}: ${measured(figure)}`);
  return figure;
}

export function holds({ value, atMost }: Figure): boolean {
  return atMost === undefined || value <= atMost;
}

/** The figures as a Markdown table: what, value, limit, ok. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, unit, atMost } = figure;
    if (atMost === undefined) return [what, measured(figure), '', ''];
    return [what, measured(figure), `${written(atMost)} ${unit}`, holds(figure) ? 'yes' : 'NO'];
  });
  const lines = [['what', 'value', 'limit', 'ok'], ...rows];
  const widths = [0, 1, 2, 3].map((at) => Math.max(3, ...lines.map((line) => line[at]?.length ?? 0)));
  const lineOf = (cells: string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = lines;
  return [head, widths.map((width) => '-'.repeat(width)), ...body].map(lineOf).join('\n');
}

function measured({ value, unit, beside }: Figure): string {
  return `${written(value)} ${unit}${beside ? ` (${beside})` : ''}`;
}

/** `1.24`, `96.3`, `100,000`: two digits after the point below 10, one below 100, then none. */
export function written(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value >= 100 ? 0 : value >= 10 ? 1 : 2 });
}
