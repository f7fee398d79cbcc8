'use client';
import { useState } from 'react';
import type { Answer } from '#components/users/form/call-action.ts';
import { useCallAction } from '#components/users/form/use-call-action.ts';
import type { Problem } from '#lib/errors.ts';

type Call<Value> = (input: { recordId: string }) => Promise<Answer<Value>>;

/** Asks what something would do about a record, and does it. */
export interface RecordCalls<Preview, Done> {
  preview: Call<Preview>;
  run: Call<Done>;
}

/** Something that is asked about a record: first what it would do, then to do it. */
export function useRecordQuestion<Preview, Done>(
  recordId: string,
  calls: RecordCalls<Preview, Done>,
  onDone: (done: Done) => void,
) {
  const callAction = useCallAction();
  const [isOpen, setIsOpen] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, setIsPending] = useState(false);
  // After a failed try it is not known any more what it would do.
  const [hasTried, setHasTried] = useState(false);

  async function open() {
    setIsOpen(true);
    setPreview(null);
    setProblem(null);
    setHasTried(false);
    const answer = await callAction(calls.preview, { recordId });
    if (answer.ok) setPreview(answer.value);
    else setProblem(answer.problem);
  }

  async function run() {
    if (isPending) return;
    setIsPending(true);
    setProblem(null);
    const answer = await callAction(calls.run, { recordId });
    setIsPending(false);
    setHasTried(true);
    if (!answer.ok) return setProblem(answer.problem);
    setIsOpen(false);
    onDone(answer.value);
  }

  return {
    isOpen,
    preview,
    problem,
    isPending,
    isLoading: isOpen && preview === null && problem === null,
    canRun: preview !== null && !hasTried,
    open: () => void open(),
    run: () => void run(),
    close: () => setIsOpen(false),
  };
}
