'use client';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';

const ownBehaviour =
  'a, button, input, select, textarea, label, summary, [role="menu"], [role="dialog"], [data-own-press]';

/** A press on a row counts as one on its link, with the same modifier keys. */
function openRow(event: MouseEvent) {
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

/**
 * Surrounds a table. One listener opens rows for all of them; presses on other controls and on selected
 * text stay what they are, and the keyboard uses the link itself. It scrolls sideways only where the table
 * does not fit, because a scrolling box would keep the table's head from staying in view.
 */
export function RowOpener({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = box.current;
    const table = element?.firstElementChild;
    if (!element || !table) return;
    const observer = new ResizeObserver(() => {
      element.toggleAttribute('data-overflows', table.scrollWidth > element.clientWidth + 1);
    });
    observer.observe(element);
    observer.observe(table);
    return () => observer.disconnect();
  }, []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the link inside the row is the keyboard's way.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside the row is the keyboard's way.
    <div ref={box} onClick={openRow} onAuxClick={openRow} className="min-w-0 data-overflows:overflow-x-auto">
      {children}
    </div>
  );
}
