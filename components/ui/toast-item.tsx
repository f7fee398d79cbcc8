'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from './copy-button.tsx';
import { CheckIcon, CrossIcon, InfoIcon, WarningIcon } from './icons.tsx';
import { Link } from './link.tsx';
import type { Toast } from './toast-context.ts';

const shownForMs = 8000;

const toneIcon = {
  success: <CheckIcon className="mt-0.5 text-success-text" />,
  info: <InfoIcon className="mt-0.5 text-muted" />,
  danger: <WarningIcon className="mt-0.5 text-danger-text" />,
};

/** One message. It leaves after 8 s unless it is an error, or the pointer or the focus rests on it. */
export function ToastItem({ toast, onDismiss }: { toast: Toast; onDismiss: () => void }) {
  const t = useTranslations('ui');
  const [isHeld, setIsHeld] = useState(false);
  const stays = isHeld || toast.tone === 'danger';

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new callback must not restart the clock.
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(onDismiss, shownForMs);
    return () => clearTimeout(timer);
  }, [stays]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only the clock depends on it.
    <div
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className="pointer-events-auto flex animate-float items-start gap-3 rounded-panel bg-raised py-3 pr-2 pl-4 text-14 shadow-float"
    >
      {toneIcon[toast.tone]}
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="wrap-anywhere">{toast.message}</p>
        {toast.detail ? <p className="text-13 wrap-anywhere text-muted">{toast.detail}</p> : null}
        {toast.errorId ? (
          <p className="text-13 text-muted">
            {t('errorId')} <code className="font-mono text-ink">{toast.errorId}</code>{' '}
            <CopyButton text={toast.errorId} label={t('copyErrorId')} />
          </p>
        ) : null}
        {toast.link || toast.action ? (
          <p className="flex flex-wrap gap-4 text-13 font-medium">
            {toast.link ? (
              <Link href={toast.link.href} onClick={onDismiss}>
                {toast.link.label}
              </Link>
            ) : null}
            {toast.action ? (
              <button
                type="button"
                className="rounded-[2px] text-accent-text underline decoration-accent-6 underline-offset-3 hover:decoration-current"
                onClick={() => {
                  toast.action?.onAction();
                  onDismiss();
                }}
              >
                {toast.action.label}
              </button>
            ) : null}
          </p>
        ) : null}
      </div>
      <button
        type="button"
        aria-label={t('dismiss')}
        onClick={onDismiss}
        className="grid size-6 shrink-0 place-items-center rounded-[4px] text-muted hover:bg-neutral-4 hover:text-ink touch:size-11"
      >
        <CrossIcon className="size-3.5" />
      </button>
    </div>
  );
}
