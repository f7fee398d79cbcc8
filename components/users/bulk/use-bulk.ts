'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { callAction } from '#components/users/form/call-action.ts';
import type { Problem } from '#lib/errors.ts';
import type { BulkAction, BulkVerdict } from '#lib/users/bulk/bulk-view.ts';
import type { BulkCalls, BulkUser } from './bulk-action.ts';
import { runOneByOne } from './run-one-by-one.ts';

export type BulkPhase = 'looking' | 'asking' | 'running' | 'ended';

/** Somebody to whom it was not done, and why. */
export interface NotDone extends BulkUser {
  sentence: string;
}

/**
 * An action on many users, from the look at what it would do to its end. The page that holds it does the work:
 * when it goes, nobody else is begun with.
 */
export function useBulk(action: BulkAction, users: readonly BulkUser[], calls: BulkCalls) {
  const t = useTranslations('problem');
  const router = useRouter();
  const [phase, setPhase] = useState<BulkPhase>('looking');
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, BulkVerdict>>(new Map());
  const [problem, setProblem] = useState<Problem>();
  /** How it ended for each with whom it was begun. */
  const [ends, setEnds] = useState<ReadonlyMap<string, Problem | 'done'>>(new Map());
  const [current, setCurrent] = useState<string>();
  const [isWaiting, setIsWaiting] = useState(false);
  const [isStopping, setIsStopping] = useState(false);
  const isStopped = useRef(false);
  const isRunning = useRef(false);
  const endWait = useRef<() => void>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog is made anew for each question.
  useEffect(() => {
    let isGone = false;
    const userIds = users.map(({ userId }) => userId);
    void callAction(calls.preview, { action, userIds }, t).then((answer) => {
      if (isGone) return;
      if (answer.ok) setVerdicts(new Map(answer.value.map((one) => [one.userId, one])));
      else setProblem(answer.problem);
      setPhase('asking');
    });
    return () => {
      isGone = true;
      stop();
    };
  }, []);

  useEffect(() => {
    if (phase !== 'running') return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [phase]);

  const withVerdict = (verdict: BulkVerdict['verdict']) =>
    users.filter(({ userId }) => verdicts.get(userId)?.verdict === verdict);
  const ready = withVerdict('ready');
  const done = ready.filter(({ userId }) => ends.get(userId) === 'done');
  const untried = ready.filter(({ userId }) => !ends.has(userId));
  const failed = ready.flatMap((user): NotDone[] => {
    const end = ends.get(user.userId);
    return end && end !== 'done' ? [{ ...user, sentence: end.message }] : [];
  });
  const refused = users.flatMap((user): NotDone[] => {
    const verdict = verdicts.get(user.userId);
    return verdict?.verdict === 'refused' ? [{ ...user, sentence: verdict.reason }] : [];
  });

  /**
   * Does it to those who are ready and were not done yet; those who failed are judged anew.
   * @returns whether nobody is left to whom it was not done
   */
  async function run(): Promise<boolean> {
    if (isRunning.current) return false;
    isRunning.current = true;
    isStopped.current = false;
    const known = new Map(ends);
    const todo = ready.map(({ userId }) => userId).filter((userId) => known.get(userId) !== 'done');
    for (const userId of todo) known.delete(userId);
    setEnds(new Map(known));
    setIsStopping(false);
    setPhase('running');
    await runOneByOne(todo, {
      call: (input) => callAction(calls[action], input, t),
      isStopped: () => isStopped.current,
      wait: (seconds) =>
        new Promise((resolve) => {
          endWait.current = resolve;
          setTimeout(resolve, seconds * 1_000);
        }),
      onBegin: (userId) => setCurrent(users.find((user) => user.userId === userId)?.name),
      onWait: setIsWaiting,
      onEnd(userId, failure) {
        known.set(userId, failure ?? 'done');
        setEnds(new Map(known));
      },
    });
    isRunning.current = false;
    setPhase('ended');
    router.refresh();
    return refused.length === 0 && todo.every((userId) => known.get(userId) === 'done');
  }

  function stop() {
    isStopped.current = true;
    setIsStopping(true);
    endWait.current?.();
  }

  return {
    phase,
    problem,
    ready,
    already: withVerdict('already'),
    refused,
    done,
    failed,
    untried,
    current,
    isWaiting,
    isStopping,
    run,
    stop,
  };
}
