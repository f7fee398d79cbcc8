'use client';
import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { CheckIcon } from './icons.tsx';

export type PasswordRule = { id: string; label: string; isMet: boolean };

export type PasswordChecklistProps = {
  /** Give the field's `aria-describedby` this id as well, where the rules should be read on focus. */
  id?: string;
  /** Names the list, for example 'The password needs'. */
  label: string;
  rules: PasswordRule[];
  /** Nothing typed yet: the rules are shown and nothing is announced. */
  isPristine?: boolean;
};

/** A password policy whose rules tick off while one types; how many are met is announced politely. */
export function PasswordChecklist({ id, label, rules, isPristine = false }: PasswordChecklistProps) {
  const t = useTranslations('ui');
  const met = rules.filter((rule) => rule.isMet).length;
  return (
    <div id={id}>
      <p className="text-13 text-muted">{label}</p>
      <ul className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {rules.map((rule) => (
          <li
            key={rule.id}
            className={clsx('flex gap-2 text-13', rule.isMet ? 'text-success-text' : 'text-muted')}
          >
            <span
              aria-hidden="true"
              className={clsx(
                'mt-px grid size-4 shrink-0 place-items-center rounded-full border',
                rule.isMet
                  ? 'border-transparent bg-success-surface text-success-text'
                  : 'border-neutral-9 border-dashed',
              )}
            >
              {rule.isMet ? <CheckIcon className="size-3" /> : null}
            </span>
            <span>
              {rule.label}
              <span className="sr-only">{t(rule.isMet ? 'isMet' : 'isNotMet')}</span>
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {isPristine ? '' : t('metCount', { met, all: rules.length })}
      </p>
    </div>
  );
}
