'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';

const pauseMs = 4_000;
/** After something failed, and where nothing is new for long, it is asked less and less often. */
const pauseMaxMs = 30_000;

/**
 * Looks now and then whether records have come that the page does not show, while it is in view. They are shown
 * when somebody asks for them, so that nothing moves under the eyes of whoever reads.
 */
export function LiveRecords({ address, countMax }: { address: string; countMax: number }) {
  const t = useTranslations('audit');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [count, setCount] = useState(0);
  const [isFailing, setIsFailing] = useState(false);
  const isAsked = useRef(false);

  useEffect(() => {
    setCount(0);
    // The button is gone when the records are there; whoever pressed it goes on from the top of the page.
    if (isAsked.current) document.getElementById('content')?.focus({ preventScroll: true });
    isAsked.current = false;
    const ended = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = pauseMs;

    async function look() {
      const found = await countAt(address, ended.signal);
      if (ended.signal.aborted) return;
      setIsFailing(found === undefined);
      if (found !== undefined) setCount(found);
      wait = Math.min(pauseMaxMs, found === undefined ? wait * 2 : wait * 1.1);
      if (document.visibilityState === 'visible') timer = setTimeout(look, wait);
    }
    function onVisibility() {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      wait = pauseMs;
      void look();
    }

    timer = setTimeout(look, wait);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      ended.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [address]);

  const text = count >= countMax ? t('live.many', { count: countMax - 1 }) : t('live.new', { count });
  return (
    <div className="sticky top-3 z-20 flex h-0 justify-center">
      <p role="status" className="sr-only">
        {count > 0 ? text : ''}
      </p>
      {count > 0 ? (
        <Button
          variant="primary"
          size="small"
          isPending={isPending}
          onClick={() => {
            isAsked.current = true;
            startTransition(() => router.refresh());
          }}
          className="-mt-3 animate-appear rounded-full! px-4! shadow-float"
        >
          {text}
        </Button>
      ) : isFailing ? (
        <p className="-mt-3 h-fit rounded-full bg-raised px-4 py-1 text-13 text-muted shadow-float">
          {t('live.paused')}
        </p>
      ) : null}
    </div>
  );
}

/** `undefined` when it cannot be said. */
async function countAt(address: string, signal: AbortSignal): Promise<number | undefined> {
  try {
    const answer = await fetch(address, { signal, redirect: 'manual' });
    const body: unknown = answer.ok ? await answer.json() : undefined;
    if (typeof body !== 'object' || body === null || !('count' in body)) return undefined;
    return typeof body.count === 'number' ? body.count : undefined;
  } catch {
    return undefined;
  }
}
