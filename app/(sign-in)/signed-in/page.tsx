import type { Metadata } from 'next';
import { LonePage } from '#components/frame/lone-page.tsx';
import { SignInLink } from '#components/frame/sign-in-link.tsx';
import { TellOtherTabs } from '#components/frame/signed-in-again.tsx';
import { asManager } from '#lib/session.ts';
import { displayNameOf } from '#lib/users/display-name.ts';
import { getTranslations } from '#messages/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pages');
  return { title: t('signedIn') };
}

/** Where signing in beside an open form ends; the form is in the other tab. */
export default async function SignedInPage() {
  const t = await getTranslations('pages');
  const name = await asManager(async (manager) => displayNameOf(manager.user));
  if (!name.ok) {
    return (
      <LonePage title={t('youAreNotSignedIn')} action={<SignInLink>{t('signInAgain')}</SignInLink>}>
        <p>{name.problem.message}</p>
      </LonePage>
    );
  }
  return (
    <LonePage title={t('signedInAs', { name: name.value })}>
      <p>{t('closeThisTab')}</p>
      <TellOtherTabs />
    </LonePage>
  );
}
