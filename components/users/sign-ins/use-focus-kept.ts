'use client';
import { type RefObject, useLayoutEffect } from 'react';

/**
 * Gives the focus to the heading of the section, or of the page, when the button that has it goes with its row, as
 * it does once what the row showed is gone: else who works by keyboard begins the page anew.
 */
export function useFocusKept(button: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = button.current;
    const heading = element?.closest('section')?.querySelector('h2') ?? document.querySelector('h1');
    return () => {
      if (!element || document.activeElement !== element) return;
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body || !heading?.isConnected) return;
        heading.tabIndex = -1;
        heading.focus();
      });
    };
  }, [button]);
}
