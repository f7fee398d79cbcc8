'use client';
import { useTranslations } from 'use-intl';
import type { useBulk } from './use-bulk.ts';

/** How far it is, while it is under way. */
export function BulkProgress({
  bulk: { ready, done, failed, current, isWaiting, isStopping },
}: {
  bulk: ReturnType<typeof useBulk>;
}) {
  const t = useTranslations('bulk');
  const progress = { done: done.length + failed.length, count: ready.length };
  return (
    <div className="flex flex-col gap-2 py-1">
      <div className="flex items-baseline justify-between gap-4">
        <span className="min-w-0 truncate text-13 text-muted">
          {current === undefined ? null : t('now', { name: current })}
        </span>
        <span className="tabular shrink-0 text-14 font-medium">{t('progress', progress)}</span>
      </div>
      <progress
        aria-label={t('progressOf')}
        aria-valuetext={t('progress', progress)}
        value={progress.done}
        max={progress.count}
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-neutral-4 [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-neutral-4 [&::-webkit-progress-value]:bg-accent"
      />
      <p role="status" className="min-h-5 text-13 text-muted">
        {isStopping ? t('stopping') : isWaiting ? t('waiting') : null}
      </p>
    </div>
  );
}
