'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type Toast, useToast } from '#components/ui/toast-context.ts';
import type { Answer } from '#components/users/form/call-action.ts';
import { useCallAction } from '#components/users/form/use-call-action.ts';
import type { Problem } from '#lib/errors.ts';

/** A change that is on its way, or why it was not made. */
export interface Change {
  isPending: boolean;
  problem: Problem | null;
  forget: () => void;
}

/** One change that is asked for in a dialog: on success the dialog closes and the page is read again. */
export function useChange<Input, Value>(
  call: (input: Input) => Promise<Answer<Value>>,
  toastOf: (value: Value, recordId: string | undefined) => Omit<Toast, 'action'>,
): Change & { send: (input: Input) => Promise<boolean> } {
  const callAction = useCallAction();
  const router = useRouter();
  const toast = useToast();
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** Whether it was done. */
  async function send(input: Input): Promise<boolean> {
    if (isPending) return false;
    setIsPending(true);
    setProblem(null);
    const answer = await callAction(call, input);
    setIsPending(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return false;
    }
    toast.show(toastOf(answer.value, answer.recordId));
    router.refresh();
    return true;
  }

  return { isPending, problem, send, forget: () => setProblem(null) };
}
