'use client';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { MonitorIcon, MoonIcon, SunIcon } from '#components/ui/icons.tsx';
import { Segment, segmentsClass } from './segment.tsx';
import { type ThemeChoice, themeChoices, themeCookieName } from './theme.ts';

const yearSeconds = 31_536_000;

function applyTheme(theme: ThemeChoice) {
  document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http.
  document.cookie = `${themeCookieName}=${theme}; path=/; max-age=${yearSeconds}; samesite=lax`;
}

/** System, light or dark: applied at once, and by the server from the next request on. */
export function ThemeSwitch({ initial }: { initial: ThemeChoice }) {
  const t = useTranslations('frame');
  const [chosen, setChosen] = useState(initial);
  const group = useId();
  function choose(theme: ThemeChoice) {
    setChosen(theme);
    applyTheme(theme);
  }
  const icons = { system: <MonitorIcon />, light: <SunIcon />, dark: <MoonIcon /> };
  return (
    <fieldset className={segmentsClass}>
      <legend className="sr-only">{t('theme')}</legend>
      {themeChoices.map((theme) => (
        <Segment
          key={theme}
          group={group}
          label={t(`themes.${theme}`)}
          isChosen={theme === chosen}
          onChoose={() => choose(theme)}
        >
          {icons[theme]}
        </Segment>
      ))}
    </fieldset>
  );
}
