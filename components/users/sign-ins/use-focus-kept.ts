'use client';
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** As long as a dialog takes to go and to give the focus back. */
const settledMs = 250;

/**
 * Gives the focus to the heading of the section, or of the page, when a button goes with its row, as it does once
 * what the row showed is gone: else who works by keyboard begins the page anew.
 * @returns to be called as soon as the row may go
 */
export function useFocusKept(button: RefObject<HTMLElement | null>): () => void {
  const mayGo = useRef(false);
  useLayoutEffect(() => {
    const section = button.current?.closest('section');
    const heading = section?.querySelector('h2') ?? document.querySelector('h1');
    return () => {
      if (!mayGo.current) return;
      setTimeout(() => {
        if (document.activeElement !== document.body || !heading?.isConnected) return;
        heading.tabIndex = -1;
        heading.focus();
      }, settledMs);
    };
  }, [button]);
  return () => {
    mayGo.current = true;
  };
}
