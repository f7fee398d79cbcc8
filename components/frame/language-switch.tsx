'use client';
import { useRouter } from 'next/navigation';
import { useId, useOptimistic, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { type Language, languageCookieName, languages } from '#lib/language.ts';
import { Segment, segmentsClass } from './segment.tsx';

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
    <fieldset className={segmentsClass}>
      <legend className="sr-only">{t('language')}</legend>
      {languages.map((language) => (
        <Segment
          key={language}
          group={group}
          label={names[language]}
          lang={language}
          isChosen={language === shown}
          onChoose={() => choose(language)}
        >
          {language.toUpperCase()}
        </Segment>
      ))}
    </fieldset>
  );
}
