'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';

const againShortestMs = 2_000;
/** A page that somebody has forgotten does not ask for ever. */
const timesMax = 60;

/** Asks the server for the same page once more: when it is told to, and by itself where it is known when. */
export function TryAgain({ afterSeconds }: { afterSeconds?: number }) {
  const t = useTranslations('problem');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const times = useRef(0);
  useEffect(() => {
    if (afterSeconds === undefined || isPending) return;
    const again = () => {
      if (document.hidden || times.current >= timesMax) return;
      times.current += 1;
      startTransition(() => router.refresh());
    };
    const timer = setInterval(again, Math.max(againShortestMs, afterSeconds * 1_000));
    return () => clearInterval(timer);
  }, [afterSeconds, isPending, router]);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button size="small" isPending={isPending} onClick={() => startTransition(() => router.refresh())}>
        {t('tryAgain')}
      </Button>
      {afterSeconds === undefined ? null : <span className="text-13 text-muted">{t('triesByItself')}</span>}
    </div>
  );
}
