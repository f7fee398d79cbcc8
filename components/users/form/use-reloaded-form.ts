'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { ControlValues } from './control-values.ts';
import { type AnyUserForm, initialControls } from './form-layout.ts';
import { rebase } from './rebase.ts';

/**
 * Asks the server for the form again, and takes over what has come without losing what was entered. `notes`
 * are for the fields that were changed both here and elsewhere.
 */
export function useReloadedForm(form: AnyUserForm, methods: UseFormReturn<ControlValues>) {
  const t = useTranslations('form');
  const router = useRouter();
  const [isReloading, startReloading] = useTransition();
  const before = useRef(form);
  const [reloaded, setReloaded] = useState({ notes: {}, times: 0 });

  const takeOver = useEffectEvent(() => {
    const { controls, notes } = rebase(before.current, form, methods.getValues(), t);
    before.current = form;
    methods.reset(initialControls(form), { keepIsSubmitted: true, keepErrors: true });
    for (const [key, value] of Object.entries(controls)) methods.setValue(key, value, { shouldDirty: true });
    setReloaded((last) => ({ notes, times: last.times + 1 }));
  });
  useEffect(() => {
    if (before.current !== form) takeOver();
  }, [form]);

  return { ...reloaded, isReloading, reload: () => startReloading(() => router.refresh()) };
}
