import clsx from 'clsx';
import type { ReactNode } from 'react';

export type IconProps = { className?: string };

/** The frame of every icon: 16 px grid, 1.5 px strokes in the text's colour, hidden from assistive technology. */
export function Icon({ className, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className={clsx('size-4 shrink-0', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}
