'use client';
import { type ReactNode, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { MonitorIcon, MoonIcon, SunIcon } from '#components/ui/icons.tsx';
import { useTooltip } from '#components/ui/use-tooltip.tsx';
import { type ThemeChoice, themeCookieName } from './theme.ts';

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
  const name = useId();
  function choose(theme: ThemeChoice) {
    setChosen(theme);
    applyTheme(theme);
  }
  const choice = { name, chosen, choose };
  return (
    <fieldset className="flex min-w-0 rounded-control border border-hairline p-0.5">
      <legend className="sr-only">{t('theme')}</legend>
      <Choice {...choice} theme="system" label={t('systemTheme')} icon={<MonitorIcon />} />
      <Choice {...choice} theme="light" label={t('lightTheme')} icon={<SunIcon />} />
      <Choice {...choice} theme="dark" label={t('darkTheme')} icon={<MoonIcon />} />
    </fieldset>
  );
}

type ChoiceProps = {
  name: string;
  theme: ThemeChoice;
  chosen: ThemeChoice;
  choose: (theme: ThemeChoice) => void;
  label: string;
  icon: ReactNode;
};

function Choice({ name, theme, chosen, choose, label, icon }: ChoiceProps) {
  const { triggerProps, tooltip } = useTooltip(label, { describes: false });
  return (
    <span className="relative" {...triggerProps}>
      <input
        type="radio"
        name={name}
        aria-label={label}
        checked={theme === chosen}
        onChange={() => choose(theme)}
        className="peer absolute inset-0 size-full appearance-none rounded-[4px] checked:bg-neutral-4"
      />
      <span className="pointer-events-none relative grid size-7 place-items-center text-muted peer-checked:text-ink touch:size-11">
        {icon}
      </span>
      {tooltip}
    </span>
  );
}
