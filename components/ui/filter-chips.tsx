'use client';
import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { CrossIcon } from './icons.tsx';
import { Link, PlainLink } from './link.tsx';

/** A filter that is on. */
export interface FilterChip {
  name: string;
  value: string;
  /** Where it is not on any more. */
  hrefWithout: string;
}

/** What narrows a list, each with a way to take it away, and one for all of them. */
export function FilterChips({
  label,
  chips,
  clear,
  className,
}: {
  label: string;
  chips: readonly FilterChip[];
  clear?: { href: string; label: string };
  className?: string;
}) {
  const t = useTranslations('ui');
  if (chips.length === 0) return null;
  return (
    <ul aria-label={label} className={clsx('flex flex-wrap items-center gap-2', className)}>
      {chips.map(({ name, value, hrefWithout }) => (
        <li
          key={hrefWithout}
          className="inline-flex h-7 max-w-full items-center rounded-control border border-hairline bg-neutral-2 pl-2 text-13 touch:h-11"
        >
          <span className="truncate">
            <span className="text-muted">{name}</span> <bdi>{value}</bdi>
          </span>
          <PlainLink
            href={hrefWithout}
            prefetch={false}
            scroll={false}
            aria-label={t('removeFilter', { name })}
            className="ml-1 grid size-6.5 shrink-0 place-items-center rounded-control text-muted hover:bg-neutral-4 hover:text-ink touch:size-10.5"
          >
            <CrossIcon className="size-3.5" />
          </PlainLink>
        </li>
      ))}
      {clear ? (
        <li>
          <Link href={clear.href} prefetch={false} scroll={false} className="px-1 text-13">
            {clear.label}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
