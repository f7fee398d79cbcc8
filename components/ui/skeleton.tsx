'use client';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** One grey shape; its size comes from `className`, for example 'h-4 w-40'. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={clsx('block animate-breathe rounded-[4px] bg-neutral-4', className)}
    />
  );
}

/** Shapes of what is being loaded. Shown after 150 ms, announced once. */
export function SkeletonGroup({ label, children }: { label?: string; children: ReactNode }) {
  const t = useTranslations('ui');
  return (
    <div className="animate-late">
      <p role="status" className="sr-only">
        {label ?? t('loading')}
      </p>
      {children}
    </div>
  );
}

const widths = ['w-40', 'w-32', 'w-36', 'w-28', 'w-44'];

/** Rows of the height and rhythm of a table. */
export function TableSkeleton({
  rows = 10,
  columns = 5,
  hasPicture = false,
}: {
  rows?: number;
  columns?: number;
  hasPicture?: boolean;
}) {
  return (
    <SkeletonGroup>
      <div className="border-b border-hairline py-2">
        <Skeleton className="h-4 w-24" />
      </div>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes have no identity.
        <div key={row} className="flex h-10 items-center gap-6 border-b border-hairline phone:h-15">
          {hasPicture ? <Skeleton className="size-6 rounded-full" /> : null}
          {Array.from({ length: columns }, (_, column) => (
            <Skeleton
              // biome-ignore lint/suspicious/noArrayIndexKey: the shapes have no identity.
              key={column}
              className={clsx(
                'h-3',
                widths[(row + column * 2) % widths.length],
                column > 1 && 'phone:hidden',
              )}
            />
          ))}
        </div>
      ))}
    </SkeletonGroup>
  );
}
