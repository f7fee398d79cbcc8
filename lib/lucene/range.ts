import type { RangeEnd } from './query.ts';

interface Ends {
  from?: RangeEnd;
  to?: RangeEnd;
}

/** Whether a number lies in a range; never, when an end is no number. */
export function numberLiesIn(value: number, { from, to }: Ends): boolean {
  return liesIn(
    value,
    from && { ...from, value: toNumber(from.value) },
    to && { ...to, value: toNumber(to.value) },
  );
}

/**
 * Whether a text lies in a range: in time when it is a date and the ends are dates, else in order of UTF-16 units.
 * An end such as `2018-01` stands for its whole month: included or excluded whole.
 */
export function textLiesIn(value: string, ends: Ends): boolean {
  const at = /^\d{4}-\d{2}-\d{2}/.test(value) ? periodOf(value) : undefined;
  const from = ends.from && periodOf(ends.from.value);
  const to = ends.to && periodOf(ends.to.value);
  const inTime =
    at !== undefined &&
    (from !== undefined) === (ends.from !== undefined) &&
    (to !== undefined) === (ends.to !== undefined);
  if (!inTime) return liesIn(value, ends.from, ends.to);
  if (from !== undefined && at.start < (ends.from?.inclusive ? from.start : from.end)) return false;
  return to === undefined || at.start < (ends.to?.inclusive ? to.end : to.start);
}

function liesIn<T extends number | string>(value: T, from?: End<T>, to?: End<T>): boolean {
  if (from && !(from.inclusive ? value >= from.value : value > from.value)) return false;
  return !to || (to.inclusive ? value <= to.value : value < to.value);
}

interface End<T> {
  value: T;
  inclusive: boolean;
}

/** NaN for a text that is no number. */
export function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

interface Period {
  start: number;
  /** The first millisecond behind it. */
  end: number;
}

const dateForm = /^(\d{4})(-\d{2})?(-\d{2})?(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** The year, month, day, minute, second or millisecond that a text names, in UTC unless it says otherwise. */
function periodOf(text: string): Period | undefined {
  const [whole, year, month, day, time, seconds, fraction, zone] = dateForm.exec(text) ?? [];
  if (
    whole === undefined ||
    (time !== undefined && day === undefined) ||
    (day !== undefined && month === undefined)
  ) {
    return undefined;
  }
  const start = Date.parse(time !== undefined && zone === undefined ? `${text}Z` : text);
  if (Number.isNaN(start)) return undefined;
  const end = new Date(start);
  if (month === undefined) end.setUTCFullYear(Number(year) + 1);
  else if (day === undefined) end.setUTCMonth(end.getUTCMonth() + 1);
  else if (time === undefined) end.setUTCDate(end.getUTCDate() + 1);
  else end.setTime(start + (seconds === undefined ? 60_000 : fraction === undefined ? 1000 : 1));
  return { start, end: end.getTime() };
}
