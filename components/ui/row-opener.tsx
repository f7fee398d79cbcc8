'use client';
import type { MouseEvent, ReactNode } from 'react';

const ownBehaviour = 'a, button, input, select, textarea, label, summary, [role="menu"], [role="dialog"]';

/**
 * One listener for all rows of a table: a press on a row counts as one on its link, with the same modifier
 * keys, unless it meant another control or selected text. The keyboard uses the link itself.
 */
export function RowOpener({ children }: { children: ReactNode }) {
  function open(event: MouseEvent) {
    if (event.defaultPrevented || !(event.target instanceof Element) || event.button > 1) return;
    if (!event.currentTarget.contains(event.target) || event.target.closest(ownBehaviour)) return;
    if (event.type === 'click' && getSelection()?.type === 'Range') return;
    const link = event.target.closest('tr')?.querySelector('a[data-row-link]');
    if (!(link instanceof HTMLAnchorElement)) return;
    if (event.button === 1) {
      window.open(link.href, '_blank', 'noopener');
      return;
    }
    const { ctrlKey, metaKey, shiftKey, altKey } = event;
    link.dispatchEvent(
      new window.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey, altKey }),
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the link inside the row is the keyboard's way.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside the row is the keyboard's way.
    <div onClick={open} onAuxClick={open} className="min-w-0 max-lg:overflow-x-auto">
      {children}
    </div>
  );
}
