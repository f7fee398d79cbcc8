import type { ReactNode } from 'react';

/** Names and values; rows are <KeyValue>. */
export function KeyValueList({ children }: { children: ReactNode }) {
  return <dl className="flex flex-col">{children}</dl>;
}

export function KeyValue({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid min-h-10 grid-cols-[minmax(120px,200px)_minmax(0,1fr)] items-center gap-x-4 gap-y-0.5 border-b border-hairline py-2 last:border-b-0 phone:grid-cols-1">
      <dt className="text-13 text-muted">{name}</dt>
      <dd className="text-14 wrap-anywhere">{children}</dd>
    </div>
  );
}
