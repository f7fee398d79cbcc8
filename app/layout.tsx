import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '#components/frame/providers.tsx';
import { StyleNonce } from '#components/frame/style-nonce.tsx';
import { themeCookieName, themeOf } from '#components/frame/theme.ts';
import { requestLanguage, requestLocale } from '#lib/request-language.ts';
import { compiledMessagesIn } from '#messages/compiled.ts';
import { getTranslations } from '#messages/server.ts';
import './globals.css';

/** Every page carries a nonce and what its manager may see, so none is made at build time. */
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame');
  return {
    title: { template: '%s · Steward', default: 'Steward' },
    description: t('description'),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#121316' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const theme = themeOf((await cookies()).get(themeCookieName)?.value);
  const language = await requestLanguage();
  return (
    <html lang={language} data-theme={theme}>
      <head>{nonce ? <StyleNonce nonce={nonce} /> : null}</head>
      <body>
        <Providers locale={await requestLocale()} messages={compiledMessagesIn(language)} nowMs={Date.now()}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
