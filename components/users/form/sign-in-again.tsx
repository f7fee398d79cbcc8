'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { signInChannelName } from '#components/frame/signed-in-again.tsx';
import { Banner } from '#components/ui/banner.tsx';

/** Whether somebody has signed in, in another tab, since this attempt to save found nobody signed in. */
export function useSignedInAgain(turn: number | undefined): boolean {
  const [signedInAt, setSignedInAt] = useState<number>();
  useEffect(() => {
    if (turn === undefined) return;
    const channel = new BroadcastChannel(signInChannelName);
    channel.onmessage = () => setSignedInAt(turn);
    return () => channel.close();
  }, [turn]);
  return turn !== undefined && signedInAt === turn;
}

export function SignedInAgainNotice() {
  const t = useTranslations('form');
  return (
    <div className="mb-8">
      <Banner tone="info" title={t('signedInAgain')} takesFocus>
        {t('signedInAgainAdvice')}
      </Banner>
    </div>
  );
}
