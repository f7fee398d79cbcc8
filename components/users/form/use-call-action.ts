'use client';
import { useTranslations } from 'use-intl';
import { useToast } from '#components/ui/toast-context.ts';
import { type Answer, callAction } from './call-action.ts';

/** A change is waited for longer than this where the tenant says nothing; nobody has to guess why. */
const slowAfterMs = 1_800;

/**
 * Calls a server action; what keeps it from answering is an answer too, in the language of the page. Whoever has to
 * wait long is told so meanwhile.
 */
export function useCallAction() {
  const t = useTranslations('problem');
  const toast = useToast();
  return async <Input, Value>(action: (input: Input) => Promise<Answer<Value>>, input: Input) => {
    let slow: string | undefined;
    const timer = setTimeout(() => {
      slow = toast.show({ tone: 'info', message: t('slow'), detail: t('slowDetail') });
    }, slowAfterMs);
    try {
      return await callAction(action, input, t);
    } finally {
      clearTimeout(timer);
      if (slow !== undefined) toast.dismiss(slow);
    }
  };
}
