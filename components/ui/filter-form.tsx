'use client';
import type { ReactNode } from 'react';
import { InlineInput } from './inline-input.tsx';

/** A form of filters, which are asked for on Enter. */
export function FilterForm({
  filters: { isPending, submit },
  className,
  children,
}: {
  /** As `useFilters` gives them. */
  filters: { isPending: boolean; submit: () => void };
  className?: string;
  children: ReactNode;
}) {
  return (
    <search className="mb-3">
      <form
        aria-busy={isPending}
        className={className}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {children}
      </form>
    </search>
  );
}

/** The first and the last day of a time, `YYYY-MM-DD` or empty. */
export function DayRange({
  labels,
  since,
  until,
  onChange,
}: {
  /** `note` says by which clock the days are meant. */
  labels: { from: string; to: string; note: string };
  since: string;
  until: string;
  onChange: (part: { since: string } | { until: string }) => void;
}) {
  return (
    <>
      <InlineInput
        type="date"
        label={labels.from}
        value={since}
        onChange={(day) => onChange({ since: day })}
      />
      <InlineInput type="date" label={labels.to} value={until} onChange={(day) => onChange({ until: day })} />
      <span className="text-12 text-muted">{labels.note}</span>
    </>
  );
}
