'use client';
import { useTranslations } from 'use-intl';
import { type Answer, callAction } from './call-action.ts';

/** Calls a server action; what keeps it from answering is an answer too, in the language of the page. */
export function useCallAction() {
  const t = useTranslations('problem');
  return <Input, Value>(action: (input: Input) => Promise<Answer<Value>>, input: Input) =>
    callAction(action, input, t);
}
