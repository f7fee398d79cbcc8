import type { ReactNode } from 'react';
import { ProductMark } from './product-mark.tsx';

export type LonePageProps = {
  title: string;
  children: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
};

/** A page outside the console’s frame, for people who are not in it: one message and one thing to do. */
export function LonePage({ title, children, action }: LonePageProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-120 flex-col items-start justify-center gap-4 px-6 py-12">
      <ProductMark />
      <h1 className="text-20 font-semibold text-balance">{title}</h1>
      <div className="flex flex-col gap-2 text-pretty wrap-anywhere text-muted">{children}</div>
      {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
    </main>
  );
}
