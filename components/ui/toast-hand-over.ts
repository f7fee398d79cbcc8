import type { Toast, ToastTone } from './toast-context.ts';

const storageKey = 'toast';

/** Keeps a message for the next page of this browser tab. */
export function storeHandedOver(toast: Omit<Toast, 'action'>): void {
  sessionStorage.setItem(storageKey, JSON.stringify(toast));
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTone = (value: unknown): value is ToastTone =>
  value === 'success' || value === 'info' || value === 'danger';

/** The message that the last page left, once. */
export function takeHandedOver(): Toast | null {
  const text = sessionStorage.getItem(storageKey);
  if (!text) return null;
  sessionStorage.removeItem(storageKey);
  const { tone, message, detail, link, errorId }: Record<string, unknown> = JSON.parse(text);
  if (!isTone(tone) || !isText(message)) return null;
  const { href, label }: Record<string, unknown> = { ...(link ?? {}) };
  return {
    tone,
    message,
    detail: isText(detail) ? detail : undefined,
    errorId: isText(errorId) ? errorId : undefined,
    link: isText(href) && isText(label) && /^\/(?!\/)/.test(href) ? { href, label } : undefined,
  };
}
