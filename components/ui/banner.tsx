'use client';
import clsx from 'clsx';
import { type ReactNode, type Ref, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from './copy-button.tsx';
import { InfoIcon, WarningIcon } from './icons.tsx';

export type BannerTone = 'danger' | 'warning' | 'info';

export type BannerProps = {
  tone: BannerTone;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Shown with a button to copy it. */
  errorId?: string;
  /** Moves the focus here when it appears, and again when `title` changes. */
  takesFocus?: boolean;
  ref?: Ref<HTMLElement>;
};

const toneClass: Record<BannerTone, string> = {
  danger: 'border-danger-border bg-danger-surface [--tone:var(--danger-text)]',
  warning: 'border-warning-border bg-warning-surface [--tone:var(--warning-text)]',
  info: 'border-hairline bg-neutral-2 [--tone:var(--muted)]',
};

/** What happened, what was and was not done, and what to do, at the place that it is about. */
export function Banner({ tone, title, children, actions, errorId, takesFocus = false, ref }: BannerProps) {
  const t = useTranslations('ui');
  const titleId = useId();
  const own = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is a new message.
  useEffect(() => {
    if (takesFocus) own.current?.focus();
  }, [takesFocus, title]);
  const BannerIcon = tone === 'info' ? InfoIcon : WarningIcon;
  return (
    <section
      ref={(element) => {
        own.current = element;
        if (typeof ref === 'function') return ref(element);
        if (ref) ref.current = element;
      }}
      tabIndex={-1}
      aria-labelledby={titleId}
      role={tone === 'danger' && !takesFocus ? 'alert' : undefined}
      className={clsx('flex gap-3 rounded-panel border px-4 py-3', toneClass[tone])}
    >
      <BannerIcon className="mt-0.5 text-(--tone)" />
      <div className="flex min-w-0 flex-1 flex-col gap-1 text-14">
        <p id={titleId} className="font-semibold wrap-anywhere text-(--tone)">
          {title}
        </p>
        {children ? <div className="wrap-anywhere">{children}</div> : null}
        {errorId ? (
          <p className="text-13 text-muted">
            {t('errorId')} <code className="font-mono text-ink">{errorId}</code>{' '}
            <CopyButton text={errorId} label={t('copyErrorId')} />
          </p>
        ) : null}
        {actions ? <div className="mt-1 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </section>
  );
}
