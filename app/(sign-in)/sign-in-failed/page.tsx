import type { Metadata } from 'next';
import { LonePage } from '#components/frame/lone-page.tsx';
import { SignInLink } from '#components/frame/sign-in-link.tsx';
import { getTranslations } from '#messages/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pages');
  return { title: t('signInFailed') };
}

/** Each has a sentence of its own; none repeats what an address says. */
const reasons = ['refused', 'expired', 'unavailable', 'failed'] as const;

export default async function SignInFailedPage({ searchParams }: PageProps<'/sign-in-failed'>) {
  const { why, returnTo } = await searchParams;
  const t = await getTranslations('pages');
  const reason = t(`signInReason.${reasons.find((name) => name === why) ?? 'failed'}`);
  return (
    <LonePage
      title={t('youAreNotSignedIn')}
      action={
        <SignInLink returnTo={typeof returnTo === 'string' ? returnTo : '/'}>{t('signInAgain')}</SignInLink>
      }
    >
      <p>{t('signInCameToNothing', { reason })}</p>
    </LonePage>
  );
}
