'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import type { Change } from '#components/users/roles/use-change.ts';
import { viewNameCharactersMax } from '#lib/users/views/saved-view.ts';
import { cancellingByEscape } from './cancelling-by-escape.ts';

/** A name, and what is wrong with it. */
export function ViewNameForm({
  name: formerName = '',
  description,
  confirmLabel,
  change,
  onCancel,
  onConfirm,
}: {
  name?: string;
  description?: string;
  confirmLabel: string;
  change: Change;
  onCancel: () => void;
  onConfirm: (name: string) => Promise<void>;
}) {
  const t = useTranslations('views');
  const ui = useTranslations('ui');
  const [name, setName] = useState(formerName);
  const error = change.problem?.fields?.name;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        // In React's tree this form stands within that of the search.
        event.stopPropagation();
        if (!change.isPending && name.trim() !== '') void onConfirm(name);
      }}
      onKeyDown={cancellingByEscape(change, onCancel)}
    >
      <TextField
        label={t('name')}
        description={description}
        error={error}
        value={name}
        maxLength={viewNameCharactersMax}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setName(event.currentTarget.value);
          change.forget();
        }}
      />
      {change.problem && !error ? <ProblemBanner problem={change.problem} /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel} disabled={change.isPending}>
          {ui('cancel')}
        </Button>
        <Button type="submit" variant="primary" isPending={change.isPending} disabled={name.trim() === ''}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
