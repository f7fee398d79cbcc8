'use client';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FormField } from '#lib/users/form/user-form.ts';
import { type ControlValues, controlKey } from './control-values.ts';

const pauseMs = 400;

/** Marks the errors of the settings hook's own checks, which a new answer replaces. */
const checkType = 'settings-hook';

/** What the checks last said of fields that have not changed since, by the key of their controls. */
export type CheckedSentences = ReadonlyMap<string, string>;

/**
 * Runs the settings hook's checks on the server when one pauses while typing, and shows their sentences at
 * their fields. A check that cannot be run says nothing here: it runs again when the form is saved.
 */
export function useFieldChecks(
  form: UseFormReturn<ControlValues>,
  fields: readonly FormField[],
  check: () => Promise<Record<string, string>>,
): () => CheckedSentences {
  const known = useRef(new Map<string, string>());
  const touched = useRef(new Set<string>());
  const latest = useRef(0);

  const runChecks = useEffectEvent(async () => {
    latest.current += 1;
    const turn = latest.current;
    const sentences = await check();
    if (turn !== latest.current || form.formState.isSubmitting) return;
    for (const field of fields) {
      const key = controlKey(field.property);
      if (!field.checked || !touched.current.has(key)) continue;
      const message = sentences[field.property];
      const present = form.getFieldState(key).error;
      if (message === undefined) known.current.delete(key);
      else known.current.set(key, message);
      if (message !== undefined && (!present || present.type === checkType)) {
        form.setError(key, { type: checkType, message });
      } else if (message === undefined && present?.type === checkType) {
        form.clearErrors(key);
      }
    }
  });

  const isChecked = useEffectEvent((key: string) =>
    fields.some((field) => field.checked && controlKey(field.property) === key),
  );

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        latest.current += 1;
        if (name === undefined || !isChecked(name)) return;
        touched.current.add(name);
        known.current.delete(name);
        clearTimeout(timer);
        timer = setTimeout(() => void runChecks(), pauseMs);
      },
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [form]);

  return () => known.current;
}
