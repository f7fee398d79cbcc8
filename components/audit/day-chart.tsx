'use client';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { useTranslations } from 'use-intl';
import { dayText } from '#components/ui/day-text.ts';
import { PlainLink } from '#components/ui/link.tsx';
import type { RecordDay } from '#lib/users/records/chart-records.ts';
import type { RecordFilter } from '#lib/users/records/record-filter.ts';
import { auditAddress } from './audit-address.ts';
import { DayBars } from './day-bars.tsx';

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 };

/**
 * Attempts day by day, those that were refused or failed on top of those that were done. Each day leads to its
 * records; all of them are one stop of the keyboard, with the arrows between them.
 */
export function DayChart({ days, asked }: { days: readonly RecordDay[]; asked: RecordFilter }) {
  const t = useTranslations('audit');
  const { locale } = useLocale();
  const helpId = useId();
  const list = useRef<HTMLOListElement>(null);
  const [current, setCurrent] = useState(days.length - 1);
  const [shown, setShown] = useState<number | null>(null);
  const day = shown === null ? undefined : days[shown];
  const total = days.reduce(
    (sum, one) => ({ done: sum.done + one.done, notDone: sum.notDone + one.notDone }),
    { done: 0, notDone: 0 },
  );
  const words = (one: RecordDay) => t('chart.day', { ...one, day: dayText(one.day, locale) });

  function move(event: KeyboardEvent) {
    const ends: Record<string, number> = { Home: 0, End: days.length - 1 };
    const step = steps[event.key];
    const target = ends[event.key] ?? (step === undefined ? undefined : current + step);
    if (target === undefined) return;
    event.preventDefault();
    const next = Math.min(days.length - 1, Math.max(0, target));
    setCurrent(next);
    list.current?.querySelectorAll('a').item(next)?.focus();
  }

  return (
    <figure className="m-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 pb-2 text-12 text-muted">
        <p className="tabular text-13 text-ink">{day ? words(day) : t('chart.total', total)}</p>
        <p aria-hidden="true" className="flex gap-4">
          <span className="inline-flex items-center gap-1.5">
            <span className="size-2.5 rounded-[2px] bg-accent-8" />
            {t('chart.done')}
          </span>
          <span className="inline-flex items-center gap-1.5">
            <span className="size-2.5 rounded-[2px] border border-danger bg-[repeating-linear-gradient(135deg,var(--danger-solid)_0_2px,var(--danger-surface)_2px_4px)]" />
            {t('chart.notDone')}
          </span>
        </p>
      </div>
      <div className="relative h-24">
        <DayBars days={days} current={shown} />
        <p id={helpId} className="sr-only">
          {t('chart.help')}
        </p>
        <ol
          ref={list}
          aria-describedby={helpId}
          aria-label={t('chart.label', {
            first: dayText(days[0]?.day ?? '', locale),
            last: dayText(days.at(-1)?.day ?? '', locale),
          })}
          onKeyDown={move}
          onPointerLeave={() => setShown(null)}
          className="absolute inset-0 grid auto-cols-fr grid-flow-col"
        >
          {days.map((one, at) => (
            <li key={one.day} className="min-w-0">
              <PlainLink
                href={auditAddress({ ...asked, period: 'days', since: one.day, until: one.day })}
                prefetch={false}
                scroll={false}
                aria-label={words(one)}
                tabIndex={at === current ? 0 : -1}
                onPointerEnter={() => setShown(at)}
                onFocus={() => {
                  setCurrent(at);
                  setShown(at);
                }}
                onBlur={() => setShown(null)}
                className="block h-full rounded-[2px] -outline-offset-1!"
              />
            </li>
          ))}
        </ol>
      </div>
      <p aria-hidden="true" className="tabular flex justify-between pt-1 text-12 text-muted">
        <span>{dayText(days[0]?.day ?? '', locale)}</span>
        {days.length > 1 ? <span>{dayText(days.at(-1)?.day ?? '', locale)}</span> : null}
      </p>
      <DayTable days={days} />
    </figure>
  );
}

/** The same as text. */
function DayTable({ days }: { days: readonly RecordDay[] }) {
  const t = useTranslations('audit');
  const { locale } = useLocale();
  const busy = days.filter(({ done, notDone }) => done + notDone > 0).toReversed();
  return (
    <details className="mt-1 text-13">
      <summary className="w-fit cursor-pointer rounded-[2px] py-1 text-12 text-muted hover:text-ink touch:py-3">
        {t('chart.table')}
      </summary>
      {busy.length === 0 ? (
        <p className="py-2 text-muted">{t('chart.none')}</p>
      ) : (
        <table className="tabular mt-1 max-w-120 text-left text-13">
          <thead className="text-12 text-muted">
            <tr>
              <th className="py-1 pr-8 font-medium">{t('chart.dayColumn')}</th>
              <th className="py-1 pr-8 text-right font-medium">{t('chart.done')}</th>
              <th className="py-1 text-right font-medium">{t('chart.notDone')}</th>
            </tr>
          </thead>
          <tbody>
            {busy.map(({ day, done, notDone }) => (
              <tr key={day} className="border-t border-hairline">
                <th className="py-1 pr-8 font-regular">{dayText(day, locale)}</th>
                <td className="py-1 pr-8 text-right">{done.toLocaleString(locale)}</td>
                <td className="py-1 text-right">{notDone.toLocaleString(locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
