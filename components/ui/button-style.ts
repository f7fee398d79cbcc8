import clsx from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'regular' | 'small';

const variantClass: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-hover border-transparent',
  secondary: 'bg-canvas text-ink border-control hover:bg-neutral-3 active:bg-neutral-4',
  ghost: 'bg-transparent text-ink border-transparent hover:bg-neutral-4 active:bg-neutral-5',
  danger: 'bg-danger text-on-accent border-transparent hover:bg-danger-hover active:bg-danger-hover',
};

const sizeClass: Record<ButtonSize, string> = {
  regular: 'h-8 px-3 text-14',
  small: 'h-7 px-2 text-13',
};

/** The classes that buttons, links that look like buttons and icon buttons share. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return clsx(
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-control border font-medium whitespace-nowrap select-none',
    'transition-colors duration-(--duration-fast) touch:min-h-11 touch:px-4 touch:text-14',
    'disabled:opacity-50 aria-disabled:not-aria-busy:opacity-50 disabled:pointer-events-none',
    variantClass[variant],
    sizeClass[size],
    className,
  );
}
