import type { Toast, ToastTone } from './toast-context.ts';

const storageKey = 'toast';

/** Keeps a message for the next page of this browser tab. */
export function storeHandedOver(toast: Omit<Toast, 'action'>): void {
  sessionStorage.setItem(storageKey, JSON.stringify(toast));
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTone = (value: unknown): value is ToastTone =>
  value === 'success' || value === 'info' || value === 'danger';

/** A message read back from text; null where it is not one. Links lead within this application only. */
export function parseToast(text: string): Toast | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const { tone, message, detail, link, errorId }: Record<string, unknown> = { ...Object(parsed) };
  if (!isTone(tone) || !isText(message)) return null;
  const { href, label }: Record<string, unknown> = { ...Object(link) };
  return {
    tone,
    message,
    detail: isText(detail) ? detail : undefined,
    errorId: isText(errorId) ? errorId : undefined,
    link: isText(href) && isText(label) && /^\/(?![/\\])/.test(href) ? { href, label } : undefined,
  };
}

/** The message that the last page left, once. */
export function takeHandedOver(): Toast | null {
  const text = sessionStorage.getItem(storageKey);
  if (text === null) return null;
  sessionStorage.removeItem(storageKey);
  return parseToast(text);
}
