'use client';
import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Toast } from '#components/ui/toast-context.ts';
import type { Problem } from '#lib/errors.ts';
import type { FormField } from '#lib/users/form/user-form.ts';
import { type Attempt, attemptOf } from './attempt.ts';
import { type ControlValues, controlKey } from './control-values.ts';
import type { CheckedSentences } from './use-field-checks.ts';

export type SaveResult =
  | { kind: 'saved'; toast: Omit<Toast, 'action'>; nextHref: string }
  | { kind: 'unchanged' }
  | { kind: 'failed'; problem: Problem };

export type Saved = Extract<SaveResult, { kind: 'saved' }>;

export interface SaveOptions {
  methods: UseFormReturn<ControlValues>;
  /** The fields that are on the screen. */
  shown: readonly FormField[];
  save: () => Promise<SaveResult>;
  /** What the settings hook's checks said while one typed. The form's own judging takes it off the fields. */
  checked: () => CheckedSentences;
  onSaved: (saved: Saved) => void;
  onFailed: (problem: Problem) => void;
}

/**
 * Saves once however often it is asked meanwhile, and sorts what went wrong to the fields and to the top. After
 * a save it stays closed until the next page has come.
 */
export function useSave({ methods, shown, save, checked, onSaved, onFailed }: SaveOptions) {
  const isLocked = useRef(false);
  const turns = useRef(0);
  const [isSaving, setIsSaving] = useState(false);
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const [isUnchanged, setIsUnchanged] = useState(false);

  function fail(problem: Problem) {
    turns.current += 1;
    const failed = attemptOf(turns.current, problem, shown);
    for (const { fieldId, message } of failed.invalid) {
      methods.setError(fieldId, { type: 'server', message });
    }
    setAttempt(failed);
    onFailed(problem);
  }

  function failHere() {
    const sentences = shown.flatMap(({ property }) => {
      const key = controlKey(property);
      const message = methods.getFieldState(key).error?.message ?? checked().get(key);
      return message === undefined ? [] : [[property, message] as const];
    });
    fail({ code: 'invalid-input', message: '', fields: Object.fromEntries(sentences) });
  }

  async function send(): Promise<boolean> {
    const result = await save();
    if (result.kind === 'failed') fail(result.problem);
    else setAttempt(null);
    setIsUnchanged(result.kind === 'unchanged');
    if (result.kind === 'saved') onSaved(result);
    return result.kind === 'saved';
  }

  async function submit() {
    if (isLocked.current) return;
    isLocked.current = true;
    setIsSaving(true);
    setIsUnchanged(false);
    let isSaved = false;
    await methods.handleSubmit(async () => {
      isSaved = await send();
    }, failHere)();
    isLocked.current = isSaved;
    setIsSaving(isSaved);
  }

  return { submit, isSaving, isUnchanged, attempt, forget: () => setAttempt(null) };
}
