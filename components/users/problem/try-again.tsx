'use client';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';

/** Asks the server for the same page once more. */
export function TryAgain() {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <Button size="small" isPending={isPending} onClick={() => startTransition(() => router.refresh())}>
      Try again
    </Button>
  );
}
