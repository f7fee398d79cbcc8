'use client';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { NowProvider } from '#components/ui/now.tsx';
import { routeOf } from '#components/ui/route.ts';
import { ToastProvider } from '#components/ui/toast-provider.tsx';

export type ProvidersProps = {
  /** A BCP 47 tag, for example 'en' or 'en-GB'. */
  locale: string;
  /** The server's clock, ms since 1970: Date.now() in the layout. */
  nowMs: number;
  children: ReactNode;
};

/** What the whole tree may ask for: language, client navigation, the time, messages. */
export function Providers({ locale, nowMs, children }: ProvidersProps) {
  const router = useRouter();
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={(href) => router.push(routeOf(href))}>
        <NowProvider nowMs={nowMs}>
          <ToastProvider>{children}</ToastProvider>
        </NowProvider>
      </RouterProvider>
    </I18nProvider>
  );
}
