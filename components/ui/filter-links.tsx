'use client';
import clsx from 'clsx';
import { useLinkStatus } from 'next/link';
import { PlainLink } from './link.tsx';

/**
 * Chooses between a few lists of the same kind; each choice is a link, so that the address says which is shown. The
 * former list stays until the other is there, and the focus with it.
 */
export function FilterLinks({
  label,
  description,
  links,
  currentHref,
}: {
  /** Names the navigation. */
  label: string;
  /** What the choice that is open means. */
  description?: string;
  links: readonly { href: string; label: string }[];
  currentHref: string;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <nav aria-label={label}>
        <ul className="inline-flex rounded-control border border-hairline bg-neutral-2 p-0.5">
          {links.map((link) => {
            const isCurrent = link.href === currentHref;
            return (
              <li key={link.href}>
                <PlainLink
                  href={link.href}
                  scroll={false}
                  aria-current={isCurrent ? 'page' : undefined}
                  className={clsx(
                    'inline-flex h-7 items-center rounded-[4px] px-3 text-13 font-medium touch:h-11',
                    isCurrent
                      ? 'bg-raised text-ink shadow-[0_0_0_1px_var(--color-hairline)]'
                      : 'text-muted hover:text-ink',
                  )}
                >
                  <Label>{link.label}</Label>
                </PlainLink>
              </li>
            );
          })}
        </ul>
      </nav>
      {description ? <p className="min-w-0 flex-1 basis-64 text-13 text-muted">{description}</p> : null}
    </div>
  );
}

/** Breathes while the page that it leads to is on its way. */
function Label({ children }: { children: string }) {
  const { pending } = useLinkStatus();
  return <span className={pending ? 'animate-breathe' : undefined}>{children}</span>;
}
