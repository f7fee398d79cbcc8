'use client';
import { useTranslations } from 'use-intl';
import { TextField } from '#components/ui/text-field.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import type { BulkAction } from '#lib/users/bulk/bulk-view.ts';
import { isRestorable } from '#lib/users/restore/is-restorable.ts';
import type { BulkUser } from './bulk-action.ts';
import { BulkUsers } from './bulk-users.tsx';
import type { useBulk } from './use-bulk.ts';

/** Deleting more than one asks for their number. */
export function numberAskedFor(action: BulkAction, count: number): number | undefined {
  return action === 'delete' && count > 1 ? count : undefined;
}

/** What would become of each, what it means, and how it would go on. */
export function BulkQuestion({
  action,
  bulk: { ready, already, refused, problem },
  typed,
  onType,
  onConfirm,
}: {
  action: BulkAction;
  bulk: ReturnType<typeof useBulk>;
  /** The number, as far as it is typed. */
  typed: string;
  onType: (typed: string) => void;
  onConfirm: () => void;
}) {
  const t = useTranslations('bulk');
  const number = numberAskedFor(action, ready.length);
  if (problem) return <ProblemBanner problem={problem} takesFocus />;
  return (
    <div className="flex flex-col gap-3">
      <p>{ready.length > 0 ? t(`consequence.${consequenceOf(action, ready)}`) : t('nothingToDo')}</p>
      <div>
        <BulkUsers title={t('refused')} users={refused} isOpen />
        <BulkUsers title={t(`ready.${action}`)} users={ready} />
        <BulkUsers title={t(`already.${action}`)} users={already} />
      </div>
      {ready.length > 0 ? <p className="text-13 text-muted">{t('howItRuns')}</p> : null}
      {number === undefined ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onConfirm();
          }}
        >
          <TextField
            label={t('typeNumber', { count: number })}
            description={t('typeNumberWhy')}
            inputMode="numeric"
            value={typed}
            onChange={(event) => onType(event.currentTarget.value)}
            className="max-w-60"
          />
        </form>
      )}
    </div>
  );
}

function consequenceOf(action: BulkAction, users: readonly BulkUser[]) {
  if (action !== 'delete') return action;
  const restorable = users.filter(({ userId }) => isRestorable(userId)).length;
  if (restorable === 0) return 'delete';
  return restorable === users.length ? 'deleteRestorable' : 'deleteMixed';
}
