'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useUndoLink } from '#components/audit/use-undo-link.ts';
import { routeOf } from '#components/ui/route.ts';
import { useToast } from '#components/ui/toast-context.ts';
import type { Answer } from '#components/users/form/call-action.ts';
import { useCallAction } from '#components/users/form/use-call-action.ts';
import type { Problem } from '#lib/errors.ts';
import { isUndoable, type UserAction } from './user-action.ts';

/** The user as the dialogs call them. */
export interface NamedUser {
  userId: string;
  name: string;
  email: string | null;
}

/** The applications to choose from; with fewer than two there is nothing to choose. */
export interface ResetChoice {
  label: string;
  clients: { clientId: string; name: string }[];
}

type Call<Input, Value> = (input: Input) => Promise<Answer<Value>>;

/** The server's actions on one user. */
export interface UserActionCalls {
  block: Call<{ userId: string }, unknown>;
  unblock: Call<{ userId: string }, unknown>;
  'lift-blocks': Call<{ userId: string }, unknown>;
  'verify-email': Call<{ userId: string }, unknown>;
  delete: Call<{ userId: string }, unknown>;
  'reset-password': Call<{ userId: string; clientId?: string }, unknown>;
  resetChoice: Call<{ userId: string }, ResetChoice>;
}

/**
 * One action at a time: asked for, confirmed, done or failed with the dialog still open.
 * @param addressAfterDelete the page to go to when the user is gone; `undefined`: this page, read again
 */
export function useUserAction(user: NamedUser, calls: UserActionCalls, addressAfterDelete?: string) {
  const t = useTranslations('userActions');
  const callAction = useCallAction();
  const router = useRouter();
  const toast = useToast();
  const undoLink = useUndoLink();
  const [action, setAction] = useState<UserAction | null>(null);
  // What was asked last is still to be read while its dialog closes.
  const [shown, setShown] = useState<UserAction>('block');
  const [isOpening, setIsOpening] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [choice, setChoice] = useState<ResetChoice | null>(null);
  const [clientId, setClientId] = useState<string>();

  async function ask(asked: UserAction) {
    setProblem(null);
    setChoice(null);
    setClientId(undefined);
    setShown(asked);
    setAction(asked);
    if (asked !== 'reset-password') return;
    setIsOpening(true);
    const answer = await callAction(calls.resetChoice, { userId: user.userId });
    setIsOpening(false);
    if (!answer.ok) return setProblem(answer.problem);
    setChoice(answer.value);
    if (answer.value.clients.length > 1) setClientId(answer.value.clients[0]?.clientId);
  }

  async function confirm() {
    if (!action || isPending) return;
    setIsPending(true);
    setProblem(null);
    const { userId } = user;
    const answer =
      action === 'reset-password'
        ? await callAction(calls[action], clientId === undefined ? { userId } : { userId, clientId })
        : await callAction(calls[action], { userId });
    setIsPending(false);
    if (!answer.ok) return setProblem(answer.problem);
    const message = {
      tone: 'success',
      message: t(`done.${action}`, { name: user.name }),
      link: isUndoable(action, userId) ? undoLink(answer.recordId) : undefined,
    } as const;
    setAction(null);
    if (action === 'delete' && addressAfterDelete !== undefined) {
      toast.handOver(message);
      router.push(routeOf(addressAfterDelete));
    } else {
      toast.show(message);
      router.refresh();
    }
  }

  return {
    isOpen: action !== null,
    shown,
    isOpening,
    isPending,
    problem,
    choice,
    clientId,
    setClientId,
    ask,
    confirm,
    cancel: () => setAction(null),
  };
}
