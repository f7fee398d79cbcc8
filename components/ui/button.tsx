'use client';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style.ts';
import { Spinner } from './spinner.tsx';

export type ButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** An icon before the label, from icons.tsx. */
  icon?: ReactNode;
  /** The action is under way: width and focus stay, presses do nothing, assistive technology is told. */
  isPending?: boolean;
};

/** A button whose label is a verb. `type` is `button` unless said otherwise. */
export function Button({
  children,
  variant = 'secondary',
  size = 'regular',
  icon,
  isPending = false,
  className,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(variant, size, className)}
      aria-busy={isPending || undefined}
      aria-disabled={isPending || rest['aria-disabled'] || undefined}
      onClick={
        isPending
          ? (event) => {
              event.preventDefault();
            }
          : onClick
      }
    >
      {isPending ? (
        <span className="grid place-items-center">
          <span className="col-start-1 row-start-1 inline-flex items-center gap-2 opacity-0">
            {icon}
            {children}
          </span>
          <Spinner className="col-start-1 row-start-1" />
        </span>
      ) : (
        <>
          {icon}
          {children}
        </>
      )}
    </button>
  );
}
