import type { ReactNode } from 'react';

export type EmptyStateProps = {
  title: string;
  /** What would be here, or what was searched. */
  children?: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
  headingLevel?: 2 | 3;
};

/** In place of a list without entries. */
export function EmptyState({ title, children, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      <Heading className="text-14 font-semibold wrap-anywhere">{title}</Heading>
      {children ? (
        <div className="max-w-100 text-14 text-balance wrap-anywhere text-muted">{children}</div>
      ) : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
