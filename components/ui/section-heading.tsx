import type { ReactNode } from 'react';

export type SectionHeadingProps = {
  children: string;
  id?: string;
  level?: 2 | 3;
  description?: ReactNode;
  actions?: ReactNode;
};

/** The heading of a part of a page, with a hairline below it. */
export function SectionHeading({ children, id, level = 2, description, actions }: SectionHeadingProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 border-b border-hairline pb-2">
      <div className="min-w-0">
        <Heading id={id} className="text-16 font-semibold">
          {children}
        </Heading>
        {description ? <p className="mt-1 text-13 text-muted">{description}</p> : null}
      </div>
      {actions}
    </div>
  );
}
