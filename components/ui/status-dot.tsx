import clsx from 'clsx';

export type StatusTone = 'success' | 'warning' | 'danger' | 'neutral';

const dotClass: Record<StatusTone, string> = {
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
  neutral: 'border-[1.5px] border-neutral-9',
};

/** A state as a word with a dot; the dot only repeats what the word says. */
export function StatusDot({ tone, children }: { tone: StatusTone; children: string }) {
  return (
    <span className="inline-flex items-center gap-2 align-top whitespace-nowrap">
      <span data-dot aria-hidden="true" className={clsx('size-2 shrink-0 rounded-full', dotClass[tone])} />
      {children}
    </span>
  );
}
