'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { buttonClass } from './button-style.ts';
import { ChevronLeftIcon, ChevronRightIcon } from './icons.tsx';
import { PlainLink } from './link.tsx';
import { routeOf } from './route.ts';
import { InlineSelect } from './select.tsx';

export type PaginationProps = {
  /** Names the navigation, for example 'Pages of users'. */
  label: string;
  /** '1–25 of 48'. */
  rangeText: string;
  /** None on the first page. */
  previousHref?: string;
  /** None on the last page. */
  nextHref?: string;
  pageSize: number;
  /** Each size with the address that shows it. */
  pageSizes: readonly { size: number; href: string }[];
};

/** Which part of a list is shown, and the ways to the others. */
export function Pagination({
  label,
  rangeText,
  previousHref,
  nextHref,
  pageSize,
  pageSizes,
}: PaginationProps) {
  const t = useTranslations('ui');
  const router = useRouter();
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <InlineSelect
        label={t('rowsPerPage')}
        value={String(pageSize)}
        options={pageSizes.map(({ size }) => ({ value: String(size), label: String(size) }))}
        onChange={(event) => {
          const chosen = pageSizes.find(({ size }) => String(size) === event.currentTarget.value);
          if (chosen) router.push(routeOf(chosen.href), { scroll: false });
        }}
      />
      <div className="flex items-center gap-3">
        <span className="tabular text-13 text-muted">{rangeText}</span>
        <span className="flex gap-1">
          <Step href={previousHref} label={t('previousPage')} icon={<ChevronLeftIcon />} />
          <Step href={nextHref} label={t('nextPage')} icon={<ChevronRightIcon />} />
        </span>
      </div>
    </nav>
  );
}

function Step({ href, label, icon }: { href?: string; label: string; icon: React.ReactNode }) {
  const className = buttonClass('secondary', 'regular', 'w-8 px-0! touch:min-w-11');
  if (!href) {
    return (
      <button type="button" disabled aria-label={label} className={className}>
        {icon}
      </button>
    );
  }
  return (
    <PlainLink href={href} prefetch={false} aria-label={label} className={className}>
      {icon}
    </PlainLink>
  );
}
