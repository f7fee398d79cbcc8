import clsx from 'clsx';
import NextLink from 'next/link';
import type { ComponentProps } from 'react';
import { routeOf } from './route.ts';

export type LinkProps = Omit<ComponentProps<typeof NextLink>, 'href'> & { href: string };

/** A client-side link without any style of its own; takes any address of this application as text. */
export function PlainLink({ href, ...rest }: LinkProps) {
  return <NextLink {...rest} href={routeOf(href)} />;
}

/** A link within text: accent colour, underlined on hover. */
export function Link({ className, ...rest }: LinkProps) {
  return (
    <PlainLink
      {...rest}
      className={clsx(
        'rounded-[2px] text-accent-text underline decoration-accent-6 underline-offset-3 hover:decoration-current',
        className,
      )}
    />
  );
}
