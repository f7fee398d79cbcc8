import type { ReactNode } from 'react';
import { SkipLink } from '#components/ui/skip-link.tsx';
import { getTranslations } from '#messages/server.ts';
import { DemoBar } from './demo-bar.tsx';
import { Navigation, type NavigationItem } from './navigation.tsx';
import { type Person, PersonPanel } from './person-panel.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { ProductMark } from './product-mark.tsx';
import { TenantStyle, type TenantStyleProps } from './tenant-style.tsx';
import type { ThemeChoice } from './theme.ts';

export type ConsoleFrameProps = {
  /** `dict.title` of the tenant's settings, else its name. */
  tenantTitle: string;
  items: readonly NavigationItem[];
  /** `dict.menuName`: what the tenant calls the menu. */
  menuName?: string;
  person: Person;
  theme: ThemeChoice;
  style: TenantStyleProps;
  /** Given while the embedded tenant is in use: where its outbox is. */
  demoOutboxHref?: string;
  children: ReactNode;
};

/** What surrounds every page of the console; the page is the main landmark, with the id `content`. */
export async function ConsoleFrame({
  tenantTitle,
  items,
  menuName,
  person,
  theme,
  style,
  demoOutboxHref,
  children,
}: ConsoleFrameProps) {
  const t = await getTranslations('frame');
  const foot = <PersonPanel person={person} theme={theme} style={style} />;
  return (
    <>
      <TenantStyle {...style} />
      <SkipLink target="content">{t('skipToContent')}</SkipLink>
      <div className="flex min-h-dvh flex-col md:grid md:grid-cols-[220px_minmax(0,1fr)]">
        <header className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r border-hairline bg-rail p-3 md:flex">
          <div className="mb-4 flex flex-col gap-1 px-2 pt-1">
            <ProductMark />
            <p className="text-12 wrap-anywhere text-muted">{tenantTitle}</p>
          </div>
          <Navigation items={items} name={menuName} />
          <div className="mt-auto pt-4">{foot}</div>
        </header>
        <PhoneBar tenantTitle={tenantTitle} items={items} menuName={menuName} foot={foot} />
        <div className="flex min-w-0 flex-1 flex-col">
          {demoOutboxHref ? <DemoBar outboxHref={demoOutboxHref} /> : null}
          <main
            id="content"
            tabIndex={-1}
            className="w-full min-w-0 flex-1 px-8 pt-6 pb-12 outline-none max-lg:px-6 phone:px-4"
          >
            {children}
          </main>
        </div>
      </div>
    </>
  );
}
