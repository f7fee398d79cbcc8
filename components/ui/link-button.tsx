import type { ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style.ts';
import { type LinkProps, PlainLink } from './link.tsx';

export type LinkButtonProps = LinkProps & {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
};

/** Goes to another page and looks like a button. */
export function LinkButton({
  children,
  variant = 'secondary',
  size = 'regular',
  icon,
  className,
  ...rest
}: LinkButtonProps) {
  return (
    <PlainLink {...rest} className={buttonClass(variant, size, className)}>
      {icon}
      {children}
    </PlainLink>
  );
}
