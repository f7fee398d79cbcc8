'use client';
import { cloneElement, type ReactElement, type ReactNode } from 'react';
import { type TooltipTriggerProps, useTooltip } from './use-tooltip.tsx';

/**
 * A short text on hover and focus. The one child must be an element that takes DOM event handlers and can
 * receive focus; the text describes it, it does not name it.
 */
export function Tooltip({
  text,
  children,
}: {
  text: ReactNode;
  children: ReactElement<TooltipTriggerProps>;
}) {
  const { triggerProps, tooltip } = useTooltip(text);
  return (
    <>
      {cloneElement(children, triggerProps)}
      {tooltip}
    </>
  );
}
