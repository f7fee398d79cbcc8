'use client';
import { useRouter } from 'next/navigation';
import { useId, useOptimistic, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { type Language, languageCookieName, languages } from '#lib/language.ts';

const yearSeconds = 31_536_000;

/** Every language in its own words, so that whoever reads only that one finds it. */
const names: Record<Language, string> = { en: 'English', de: 'Deutsch' };

/** The language of the console: the server gives the same page in the other one, and all pages from then on. */
export function LanguageSwitch({ current }: { current: Language }) {
  const t = useTranslations('frame');
  const router = useRouter();
  const group = useId();
  const [, startTransition] = useTransition();
  const [shown, show] = useOptimistic(current);
  function choose(language: Language) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http.
    document.cookie = `${languageCookieName}=${language}; path=/; max-age=${yearSeconds}; samesite=lax`;
    startTransition(() => {
      show(language);
      router.refresh();
    });
  }
  return (
    <fieldset className="flex min-w-0 rounded-control border border-hairline p-0.5">
      <legend className="sr-only">{t('language')}</legend>
      {languages.map((language) => (
        <span key={language} className="relative" lang={language} title={names[language]}>
          <input
            type="radio"
            name={group}
            aria-label={names[language]}
            checked={language === shown}
            onChange={() => choose(language)}
            className="peer absolute inset-0 size-full appearance-none rounded-[4px] checked:bg-neutral-4"
          />
          <span
            aria-hidden="true"
            className="pointer-events-none relative grid h-7 min-w-8 place-items-center px-1.5 text-12 font-medium text-muted uppercase peer-checked:text-ink touch:size-11"
          >
            {language}
          </span>
        </span>
      ))}
    </fieldset>
  );
}
