'use client';
import { createContext, use } from 'react';

export type ToastTone = 'success' | 'info' | 'danger';

export type Toast = {
  /** `danger` stays until it is dismissed. */
  tone: ToastTone;
  message: string;
  /** What was and was not done, and what to do. */
  detail?: string;
  link?: { href: string; label: string };
  errorId?: string;
  action?: { label: string; onAction: () => void };
};

export type ToastActions = {
  /** Shows a message now; it outlives client navigations. Returns an id for `dismiss`. */
  show: (toast: Toast) => string;
  dismiss: (id: string) => void;
  /** Shows a message on the next page, after a navigation of either kind. */
  handOver: (toast: Omit<Toast, 'action'>) => void;
};

export const ToastContext = createContext<ToastActions | null>(null);

export function useToast(): ToastActions {
  const actions = use(ToastContext);
  if (!actions) throw new Error('useToast needs a ToastProvider above it');
  return actions;
}
