'use client';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Toast, type ToastActions, ToastContext } from './toast-context.ts';
import { storeHandedOver, takeHandedOver } from './toast-hand-over.ts';
import { ToastItem } from './toast-item.tsx';

type ShownToast = Toast & { id: string };
const shownToastsMax = 4;

/** Keeps the messages and holds their two live regions; stands above everything that navigates. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('ui');
  const [toasts, setToasts] = useState<ShownToast[]>([]);
  const pathname = usePathname();

  const actions = useMemo<ToastActions>(() => {
    let count = 0;
    const show = (toast: Toast) => {
      count += 1;
      const id = `toast-${count}`;
      setToasts((shown) => [...shown, { ...toast, id }].slice(-shownToastsMax));
      return id;
    };
    return {
      show,
      dismiss: (id) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
      handOver: storeHandedOver,
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every new page asks for what was handed over.
  useEffect(() => {
    const toast = takeHandedOver();
    if (toast) actions.show(toast);
  }, [pathname, actions]);

  const isDanger = (toast: Toast) => toast.tone === 'danger';
  return (
    <ToastContext value={actions}>
      {children}
      <section
        aria-label={t('messages')}
        data-react-aria-top-layer="true"
        className="pointer-events-none fixed right-4 bottom-4 z-50 flex w-90 max-w-[calc(100vw-2rem)] flex-col gap-2 phone:top-16 phone:right-2 phone:bottom-auto phone:left-2 phone:w-auto phone:max-w-none"
      >
        <div role="alert" className="flex flex-col gap-2">
          {toasts.filter(isDanger).map((toast) => (
            <ToastItem key={toast.id} toast={toast} onDismiss={() => actions.dismiss(toast.id)} />
          ))}
        </div>
        <div role="status" className="flex flex-col gap-2">
          {toasts
            .filter((toast) => !isDanger(toast))
            .map((toast) => (
              <ToastItem key={toast.id} toast={toast} onDismiss={() => actions.dismiss(toast.id)} />
            ))}
        </div>
      </section>
    </ToastContext>
  );
}
