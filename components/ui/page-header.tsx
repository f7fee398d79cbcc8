import type { ReactNode } from 'react';
import { ChevronLeftIcon } from './icons.tsx';
import { PlainLink } from './link.tsx';

export type PageHeaderProps = {
  title: string;
  /** One line below the title. */
  context?: ReactNode;
  /** Buttons at the right; the main one, filled, comes last. */
  actions?: ReactNode;
  /** Before the title, for example a large Avatar. */
  leading?: ReactNode;
  /**
   * The page above this one. Without an address, which a skeleton leaves out, it looks the same and leads
   * nowhere: a link in a skeleton makes the browser load the whole page's scripts ahead.
   */
  back?: { href?: string; label: string };
};

/** The top of every page; holds its h1. */
export function PageHeader({ title, context, actions, leading, back }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-col gap-2">
      {back ? <Back href={back.href} label={back.label} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 items-center gap-4">
          {leading}
          <div className="flex min-w-0 flex-col gap-1">
            <h1 className="text-20 font-semibold wrap-anywhere">{title}</h1>
            {context ? <div className="text-14 wrap-anywhere text-muted">{context}</div> : null}
          </div>
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}

function Back({ href, label }: { href?: string; label: string }) {
  const shape =
    '-ml-1 inline-flex items-center gap-1 self-start rounded-control pr-1 text-13 text-muted touch:min-h-11';
  const content = (
    <>
      <ChevronLeftIcon />
      <span className="wrap-anywhere">{label}</span>
    </>
  );
  if (href === undefined) return <span className={shape}>{content}</span>;
  return (
    <PlainLink href={href} className={`${shape} hover:text-ink`}>
      {content}
    </PlainLink>
  );
}
