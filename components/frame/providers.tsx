'use client';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { type IntlError, IntlErrorCode, IntlProvider } from 'use-intl';
import { NowProvider } from '#components/ui/now.tsx';
import { routeOf } from '#components/ui/route.ts';
import { ToastProvider } from '#components/ui/toast-provider.tsx';
import type { Messages } from '#messages/catalogue.ts';

export type ProvidersProps = {
  /** How dates and numbers are written: a BCP 47 tag, for example 'en-GB'. */
  locale: string;
  /** All messages in the language of the request. */
  messages: Messages;
  /** The server's clock, ms since 1970: Date.now() in the layout. */
  nowMs: number;
  children: ReactNode;
};

/** Times are written in the reader's own zone, which the server does not know; that is no fault. */
function noteError(error: IntlError): void {
  if (error.code !== IntlErrorCode.ENVIRONMENT_FALLBACK) console.error(error);
}

/** What the whole tree may ask for: language, client navigation, the time, messages. */
export function Providers({ locale, messages, nowMs, children }: ProvidersProps) {
  const router = useRouter();
  return (
    <I18nProvider locale={locale}>
      <IntlProvider locale={locale} messages={messages} onError={noteError}>
        <RouterProvider navigate={(href) => router.push(routeOf(href))}>
          <NowProvider nowMs={nowMs}>
            <ToastProvider>{children}</ToastProvider>
          </NowProvider>
        </RouterProvider>
      </IntlProvider>
    </I18nProvider>
  );
}
