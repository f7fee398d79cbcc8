'use client';
import { useSyncExternalStore } from 'react';
import { languageCookieName, languageOf } from '#lib/language.ts';
import german from '#messages/de/failure.ts';
import english from '#messages/en/failure.ts';
import './globals.css';

const never = () => () => {};

/** As the server would answer, which is out of reach: the cookie, else what the browser asks for. */
function ownLanguage() {
  const [, chosen] = new RegExp(`(?:^|; )${languageCookieName}=([^;]*)`).exec(document.cookie) ?? [];
  return languageOf(chosen, navigator.languages.join());
}

/** The last net, when even the frame failed. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const language = useSyncExternalStore(never, ownLanguage, () => 'en' as const);
  const texts = language === 'de' ? german : english;
  return (
    <html lang={language}>
      <body>
        <main className="mx-auto flex max-w-140 flex-col items-start gap-3 px-4 py-12">
          <h1 className="text-20 font-semibold">{texts.title}</h1>
          <p>{texts.what}</p>
          {error.digest ? (
            <p className="text-13 text-muted">
              {texts.errorId} {error.digest}
            </p>
          ) : null}
          <button type="button" className="control px-3" onClick={reset}>
            {texts.tryAgain}
          </button>
        </main>
      </body>
    </html>
  );
}
