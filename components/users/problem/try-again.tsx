'use client';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';

/** Asks the server for the same page once more. */
export function TryAgain() {
  const t = useTranslations('problem');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <Button size="small" isPending={isPending} onClick={() => startTransition(() => router.refresh())}>
      {t('tryAgain')}
    </Button>
  );
}
