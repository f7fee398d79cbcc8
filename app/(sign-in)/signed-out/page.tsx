import type { Metadata } from 'next';
import { LonePage } from '#components/frame/lone-page.tsx';
import { SignInLink } from '#components/frame/sign-in-link.tsx';
import { getTranslations } from '#messages/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pages');
  return { title: t('signedOut') };
}

export default async function SignedOutPage({ searchParams }: PageProps<'/signed-out'>) {
  const t = await getTranslations('pages');
  const isOpenAtProvider = (await searchParams).provider === 'open';
  return (
    <LonePage title={t('youAreSignedOut')} action={<SignInLink>{t('signIn')}</SignInLink>}>
      <p>{t('nobodySeesAnything')}</p>
      {isOpenAtProvider ? <p>{t('stillSignedInElsewhere')}</p> : null}
    </LonePage>
  );
}
