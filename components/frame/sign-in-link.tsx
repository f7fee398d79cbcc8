'use client';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/button-style.ts';

/** A full page load: the sign-in’s answer is a redirect to the provider. */
export function SignInLink({ returnTo = '/', children }: { returnTo?: string; children: string }) {
  return (
    <a
      href={`/auth/login?${new URLSearchParams({ returnTo })}`}
      className={buttonClass('primary', 'regular')}
    >
      {children}
    </a>
  );
}

/** A full page load, as signing in. */
export function SignOutLink({ children }: { children: string }) {
  return (
    <a href="/auth/logout" className={buttonClass('secondary', 'small')}>
      {children}
    </a>
  );
}

/** Signs in beside the page, which stays as it is, in a tab of its own. */
export function SignInAgainLink() {
  const t = useTranslations('frame');
  return (
    <a
      href={`/auth/login?${new URLSearchParams({ returnTo: '/signed-in' })}`}
      target="_blank"
      rel="noopener"
      className={buttonClass('secondary', 'small')}
    >
      {t('signInAgain')}
      <span className="sr-only">{t('opensNewTab')}</span>
    </a>
  );
}
