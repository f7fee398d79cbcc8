'use client';
import { useLocale } from 'react-aria-components/I18nProvider';
import { useNowMs } from './now.tsx';
import { useTooltip } from './use-tooltip.tsx';

const secondMs = 1000;
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * 86_400 * secondMs],
  ['month', 30.44 * 86_400 * secondMs],
  ['week', 7 * 86_400 * secondMs],
  ['day', 86_400 * secondMs],
  ['hour', 3600 * secondMs],
  ['minute', 60 * secondMs],
];

/** '3 hours ago', 'yesterday', 'in 2 minutes', 'now'; in the words of the locale. */
export function relativeText(whenMs: number, nowMs: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const differenceMs = whenMs - nowMs;
  for (const [unit, unitMs] of units) {
    if (Math.abs(differenceMs) >= unitMs) return format.format(Math.trunc(differenceMs / unitMs), unit);
  }
  return format.format(0, 'second');
}

export type RelativeTimeProps = {
  /** ISO 8601 text or ms since 1970. */
  value: string | number;
  /** False where the exact time can be reached otherwise and another tab stop would be in the way. */
  isFocusable?: boolean;
};

/** A time as people say it; the exact one, in the reader's zone, on hover and on focus. */
export function RelativeTime({ value, isFocusable = true }: RelativeTimeProps) {
  const { locale } = useLocale();
  const nowMs = useNowMs();
  const when = new Date(value);
  const isKnown = !Number.isNaN(when.getTime());
  const { triggerProps, tooltip } = useTooltip(isKnown ? <ExactTime when={when} locale={locale} /> : null);
  if (!isKnown) return <span>{String(value)}</span>;
  const iso = when.toISOString();
  return (
    <>
      <time
        {...triggerProps}
        dateTime={iso}
        tabIndex={isFocusable ? 0 : undefined}
        className="rounded-[2px] whitespace-nowrap"
      >
        {nowMs === null ? iso.slice(0, 10) : relativeText(when.getTime(), nowMs, locale)}
      </time>
      {tooltip}
    </>
  );
}

/** Rendered in the browser only, where the reader's time zone is known. */
function ExactTime({ when, locale }: { when: Date; locale: string }) {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }).format(when);
}
