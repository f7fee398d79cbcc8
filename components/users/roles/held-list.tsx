import type { ReactNode } from 'react';

/** Roles or organizations of a user: a line each, with what can be done to it at the right. */
export function HeldList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="flex flex-col">
      {children}
    </ul>
  );
}

export function HeldItem({
  name,
  description,
  note,
  action,
}: {
  name: string;
  description?: string;
  /** Why nothing can be done to it. */
  note?: string | null;
  action: ReactNode;
}) {
  return (
    <li className="flex min-h-10 items-center justify-between gap-4 border-b border-hairline py-1.5 last:border-b-0 phone:min-h-15">
      <div className="min-w-0">
        <p className="text-14 font-medium wrap-anywhere">
          <bdi>{name}</bdi>
        </p>
        {description ? <p className="text-13 wrap-anywhere text-muted">{description}</p> : null}
        {note ? <p className="text-13 text-muted">{note}</p> : null}
      </div>
      {action}
    </li>
  );
}
