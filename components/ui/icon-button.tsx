'use client';
import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { buttonClass } from './button-style.ts';
import { useTooltip } from './use-tooltip.tsx';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** Names the button and is its tooltip. */
  label: string;
  icon: ReactNode;
  variant?: 'ghost' | 'secondary';
  size?: 'regular' | 'small';
};

/** A square button that shows only an icon. */
export function IconButton({
  label,
  icon,
  variant = 'ghost',
  size = 'regular',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const { triggerProps, tooltip } = useTooltip(label, { describes: false });
  return (
    <>
      <button
        {...rest}
        {...triggerProps}
        type={type}
        aria-label={label}
        className={buttonClass(
          variant,
          'regular',
          clsx(
            size === 'small' ? 'h-7 w-7' : 'h-8 w-8',
            'px-0! text-muted hover:text-ink touch:min-w-11',
            className,
          ),
        )}
      >
        {icon}
      </button>
      {tooltip}
    </>
  );
}
