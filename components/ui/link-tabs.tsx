'use client';
import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import { PlainLink } from './link.tsx';

export type LinkTab = { href: string; label: string; count?: number };

export type LinkTabsProps = {
  /** Names the navigation, for example 'Parts of this user'. */
  label: string;
  tabs: readonly LinkTab[];
  /** The `href` of the tab that is open. */
  currentHref: string;
};

/**
 * Tabs that live in the address: each is a link, so back, forward and copying the address work. Where they do not
 * all fit, the open one is brought into view.
 */
export function LinkTabs({ label, tabs, currentHref }: LinkTabsProps) {
  const bar = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab may be open below the same bar.
  useEffect(() => {
    const current = bar.current?.querySelector('[aria-current]')?.getBoundingClientRect();
    const shown = bar.current?.getBoundingClientRect();
    if (!bar.current || !current || !shown) return;
    bar.current.scrollLeft += current.left - shown.left - (shown.width - current.width) / 2;
  }, [currentHref]);
  return (
    <nav ref={bar} aria-label={label} className="mb-6 overflow-x-auto border-b border-hairline">
      <ul className="-mb-px flex gap-5 px-0.5">
        {tabs.map((tab) => {
          const isCurrent = tab.href === currentHref;
          return (
            <li key={tab.href}>
              <PlainLink
                href={tab.href}
                scroll={false}
                aria-current={isCurrent ? 'page' : undefined}
                className={clsx(
                  'inline-flex h-10 items-center gap-1.5 border-b-2 text-14 font-medium whitespace-nowrap -outline-offset-2! touch:h-11',
                  isCurrent
                    ? 'border-accent text-ink'
                    : 'border-transparent text-muted hover:border-neutral-7 hover:text-ink',
                )}
              >
                {tab.label}
                {tab.count === undefined ? null : (
                  <span className="tabular text-12 font-regular text-muted">{tab.count}</span>
                )}
              </PlainLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
