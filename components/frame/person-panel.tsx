import { Avatar } from '#components/ui/avatar.tsx';
import { LogOutIcon } from '#components/ui/icons.tsx';
import { requestLanguage } from '#lib/request-language.ts';
import { getTranslations } from '#messages/server.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { StyleSwitch } from './style-switch.tsx';
import type { TenantStyleProps } from './tenant-style.tsx';
import type { ThemeChoice } from './theme.ts';
import { ThemeSwitch } from './theme-switch.tsx';

export type Person = {
  name: string;
  /** The department, or what the tenant calls it. */
  department?: string;
  role?: string;
  pictureUrl?: string | null;
};

/** Who is signed in, the theme, the language and the way out; the foot of the rail. */
export async function PersonPanel({
  person,
  theme,
  style,
}: {
  person: Person;
  theme: ThemeChoice;
  style: TenantStyleProps;
}) {
  const t = await getTranslations('frame');
  const facts = [person.department, person.role].filter(Boolean).join(' · ');
  return (
    <div className="flex flex-col gap-3 border-t border-hairline pt-3">
      <div className="flex min-w-0 items-center gap-2.5 px-2">
        <Avatar name={person.name} pictureUrl={person.pictureUrl} />
        <div className="min-w-0">
          <p className="truncate text-14 font-medium">{person.name}</p>
          {facts ? <p className="text-12 wrap-anywhere text-muted">{facts}</p> : null}
        </div>
      </div>
      {style.alternative ? <StyleSwitch isAlternative={style.isAlternative} /> : null}
      <div className="flex flex-wrap gap-2 px-2">
        <ThemeSwitch initial={theme} />
        <LanguageSwitch current={await requestLanguage()} />
      </div>
      {/* A full page load: signing out is the server's, and its answer is a redirect to the tenant. */}
      <a
        href="/auth/logout"
        className="flex h-8 items-center gap-2.5 rounded-control px-2 text-14 text-muted hover:bg-neutral-4 hover:text-ink touch:h-11"
      >
        <LogOutIcon />
        {t('signOut')}
      </a>
    </div>
  );
}
