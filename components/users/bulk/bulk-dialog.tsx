'use client';
import { type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl';
import { auditAddress } from '#components/audit/audit-address.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { Link } from '#components/ui/link.tsx';
import { Skeleton, SkeletonGroup } from '#components/ui/skeleton.tsx';
import { useToast } from '#components/ui/toast-context.ts';
import type { BulkAction } from '#lib/users/bulk/bulk-view.ts';
import { allRecords } from '#lib/users/records/record-filter.ts';
import { type BulkCalls, type BulkUser, recordActionOf } from './bulk-action.ts';
import { BulkButtons } from './bulk-buttons.tsx';
import { BulkProgress } from './bulk-progress.tsx';
import { BulkQuestion, numberAskedFor } from './bulk-question.tsx';
import { BulkUsers } from './bulk-users.tsx';
import { useBulk } from './use-bulk.ts';

/** Shows what an action would do to each of the users, does it to one after the other, and says how it ended. */
export function BulkDialog({
  action,
  users,
  calls,
  managerId,
  returnFocusRef,
  onClose,
}: {
  action: BulkAction;
  users: readonly BulkUser[];
  calls: BulkCalls;
  managerId: string;
  returnFocusRef: RefObject<HTMLElement | null>;
  /** `leftIds`: those to whom it was not done; absent when nothing was tried. */
  onClose: (leftIds?: readonly string[]) => void;
}) {
  const t = useTranslations('bulk');
  const toast = useToast();
  const bulk = useBulk(action, users, calls);
  const [typed, setTyped] = useState('');
  const { phase, ready, already, refused, done, failed, untried } = bulk;
  const number = numberAskedFor(action, ready.length);
  const mayBegin = ready.length > 0 && (number === undefined || typed.trim() === `${number}`);
  const records = {
    href: auditAddress({
      ...allRecords,
      action: recordActionOf[action],
      manager: managerId,
      period: 'day',
    }),
    label: t('records'),
  };

  async function begin() {
    if (phase === 'asking' && !mayBegin) return;
    if (!(await bulk.run())) return;
    toast.show({
      tone: 'success',
      message: t(`done.${action}`, { count: ready.length }),
      detail: already.length > 0 ? t('alreadySo', { count: already.length }) : undefined,
      link: records,
    });
    onClose([]);
  }

  const leftIds = [...refused, ...failed, ...untried].map(({ userId }) => userId);
  const close = () => onClose(phase === 'ended' ? leftIds : undefined);
  const count = phase === 'looking' || ready.length === 0 ? users.length : ready.length;
  const isQuestion = phase === 'looking' || phase === 'asking';
  return (
    <Dialog
      role="alertdialog"
      isOpen
      isBusy={phase === 'running'}
      onClose={close}
      title={isQuestion ? t(`title.${action}`, { count }) : t(`confirm.${action}`, { count })}
      returnFocusRef={returnFocusRef}
      actions={
        <BulkButtons
          action={action}
          bulk={bulk}
          isConfirmDisabled={!mayBegin}
          onBegin={() => void begin()}
          onClose={close}
        />
      }
    >
      {phase === 'looking' ? (
        <SkeletonGroup label={t('looking', { count })}>
          <div className="flex flex-col gap-3 py-1">
            <Skeleton className="h-4 w-full" />
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-4 w-56" />
          </div>
        </SkeletonGroup>
      ) : null}
      {phase === 'asking' ? (
        <BulkQuestion
          action={action}
          bulk={bulk}
          typed={typed}
          onType={setTyped}
          onConfirm={() => void begin()}
        />
      ) : null}
      {phase === 'running' ? <BulkProgress bulk={bulk} /> : null}
      <p role="status">
        {phase === 'ended' ? (
          <>
            {t('summary', { done: done.length, count: users.length - already.length })}
            {already.length > 0 ? ` ${t('alreadySo', { count: already.length })}` : null}{' '}
            <Link href={records.href}>{records.label}</Link>
          </>
        ) : null}
      </p>
      {phase === 'ended' ? (
        <div className="pt-3">
          <BulkUsers title={t('refusedNow')} users={[...refused, ...failed]} isOpen />
          <BulkUsers title={t('untried')} users={untried} />
        </div>
      ) : null}
    </Dialog>
  );
}
