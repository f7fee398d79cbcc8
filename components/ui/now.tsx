'use client';
import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';

const tickMs = 30_000;
const ServerNow = createContext<number | null>(null);

/** The server's clock at the time of rendering, so that server and browser first show the same text. */
export function NowProvider({ nowMs, children }: { nowMs: number; children: ReactNode }) {
  return <ServerNow value={nowMs}>{children}</ServerNow>;
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

const readNowMs = () => Math.floor(Date.now() / tickMs) * tickMs;

/** Now in ms, in steps of 30 s; null while hydrating without a NowProvider. */
export function useNowMs(): number | null {
  const serverNowMs = use(ServerNow);
  return useSyncExternalStore<number | null>(subscribe, readNowMs, () => serverNowMs);
}
