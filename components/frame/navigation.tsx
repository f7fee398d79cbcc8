'use client';
import clsx from 'clsx';
import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PlainLink } from '#components/ui/link.tsx';

export type NavigationItem = { href: string; label: string; icon: ReactNode };

/**
 * The console's parts; the one whose address the page's begins with is current. What a part needs is fetched ahead
 * only when the pointer or the focus comes near: most people stay where they are.
 */
export function Navigation({
  items,
  name,
  onNavigate,
}: {
  items: readonly NavigationItem[];
  /** What the tenant calls the menu; stands above it. */
  name?: string;
  onNavigate?: () => void;
}) {
  const t = useTranslations('frame');
  const pathname = usePathname();
  const [near, setNear] = useState<string>();
  return (
    <nav aria-label={name ?? t('main')}>
      {name ? <p className="mb-1 px-2 text-12 font-medium wrap-anywhere text-muted">{name}</p> : null}
      <ul className="flex flex-col gap-0.5">
        {items.map(({ href, label, icon }) => {
          const isHere = pathname === href || pathname.startsWith(`${href}/`);
          return (
            <li key={href}>
              <PlainLink
                href={href}
                prefetch={href === near ? null : false}
                onPointerEnter={() => setNear(href)}
                onFocus={() => setNear(href)}
                onClick={onNavigate}
                aria-current={isHere ? 'page' : undefined}
                className={clsx(
                  'flex h-8 items-center gap-2.5 rounded-control px-2 text-14 font-medium touch:h-11',
                  isHere ? 'bg-neutral-5 text-ink' : 'text-muted hover:bg-neutral-4 hover:text-ink',
                )}
              >
                {icon}
                {label}
              </PlainLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
