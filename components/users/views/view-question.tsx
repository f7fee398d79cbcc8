'use client';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import type { Change } from '#components/users/roles/use-change.ts';
import { cancellingByEscape } from './cancelling-by-escape.ts';

/** Asks once more, in the place of the view that it is about. */
export function ViewQuestion({
  title,
  consequence,
  confirmLabel,
  isDanger,
  change,
  onCancel,
  onConfirm,
}: {
  title: string;
  consequence: string;
  confirmLabel: string;
  isDanger: boolean;
  change: Change;
  onCancel: () => void;
  onConfirm: () => Promise<void>;
}) {
  const ui = useTranslations('ui');
  return (
    <fieldset className="flex flex-col gap-3" onKeyDown={cancellingByEscape(change, onCancel)}>
      <legend className="contents font-medium wrap-anywhere">{title}</legend>
      <p className="text-13 text-muted">{consequence}</p>
      {change.problem ? <ProblemBanner problem={change.problem} takesFocus /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button autoFocus onClick={onCancel} disabled={change.isPending}>
          {ui('cancel')}
        </Button>
        <Button
          variant={isDanger ? 'danger' : 'primary'}
          isPending={change.isPending}
          onClick={() => void onConfirm()}
        >
          {confirmLabel}
        </Button>
      </div>
    </fieldset>
  );
}
