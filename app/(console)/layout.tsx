import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { ConsoleFrame } from '#components/frame/console-frame.tsx';
import { alternativeStyle, styleCookieName } from '#components/frame/style-choice.ts';
import { themeCookieName, themeOf } from '#components/frame/theme.ts';
import { AuditIcon, HooksIcon, LogIcon, TenantIcon, UsersIcon } from '#components/ui/icons.tsx';
import { attempt, currentManager, goToSignIn } from '#lib/session.ts';
import { consoleView } from '#lib/users/console-view.ts';
import { getTranslations } from '#messages/server.ts';

/** The frame. It decides nothing: every page below asks for its manager itself. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const outcome = await attempt(currentManager);
  const manager = outcome.ok ? outcome.value : undefined;
  // Every page says so too; from here the redirect comes before anything is sent.
  if (outcome.ok && !manager) return goToSignIn();
  const view = manager ? await consoleView(manager) : undefined;
  const kept = await cookies();
  const theme = themeOf(kept.get(themeCookieName)?.value);
  const isAlternative = kept.get(styleCookieName)?.value === alternativeStyle;
  const t = await getTranslations('frame');
  const users = { href: '/users', label: t('users'), icon: <UsersIcon /> };
  const audit = { href: '/audit', label: t('audit'), icon: <AuditIcon /> };
  const log = { href: '/logs', label: t('log'), icon: <LogIcon /> };
  const hooks = { href: '/hooks', label: t('hooks'), icon: <HooksIcon /> };
  const tenant = { href: '/tenant', label: t('tenant'), icon: <TenantIcon /> };
  return (
    <ConsoleFrame
      tenantTitle={view?.title ?? ''}
      items={[
        ...(view?.maySeeUsers ? [users] : []),
        ...(view?.maySeeAudit ? [audit] : []),
        ...(view?.maySeeLog ? [log] : []),
        ...(view?.maySeeHooks ? [hooks, tenant] : []),
      ]}
      menuName={view?.menuName}
      person={view?.person ?? { name: t('signedIn') }}
      theme={theme}
      style={{ ...view?.styleSheets, isAlternative }}
      demoOutboxHref={view?.outboxUrl}
    >
      {children}
    </ConsoleFrame>
  );
}
