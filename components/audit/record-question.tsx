'use client';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Skeleton, SkeletonGroup } from '#components/ui/skeleton.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import { type RecordCalls, useRecordQuestion } from './use-record-question.ts';

/** A record with something that can be done about it. */
export interface AskableRecord<Preview, Done> {
  recordId: string;
  /** The user's. */
  name: string;
  isOpenAtFirst: boolean;
  calls: RecordCalls<Preview, Done>;
}

/** The button with which something about a record begins, and the dialog that shows what it would do. */
export function RecordQuestion<Preview, Done>({
  record: { recordId, isOpenAtFirst, calls },
  buttonLabel,
  title,
  confirmLabel,
  onDone,
  children,
}: {
  record: AskableRecord<Preview, Done>;
  buttonLabel: string;
  title: string;
  confirmLabel: string;
  onDone: (done: Done) => void;
  /** What it would do. */
  children: (preview: Preview) => ReactNode;
}) {
  const t = useTranslations('undo');
  const question = useRecordQuestion(recordId, calls, onDone);
  const wasOpened = useRef(false);
  useEffect(() => {
    if (!isOpenAtFirst || wasOpened.current) return;
    wasOpened.current = true;
    question.open();
  });
  const { preview, problem, isPending, canRun } = question;
  return (
    <>
      <Button onClick={question.open}>{buttonLabel}</Button>
      <Dialog
        isOpen={question.isOpen}
        onClose={question.close}
        isBusy={isPending}
        maxWidthPx={560}
        title={title}
        actions={
          <>
            <Button autoFocus onClick={question.close} disabled={isPending}>
              {canRun || question.isLoading ? t('cancel') : t('close')}
            </Button>
            {canRun || question.isLoading ? (
              <Button
                variant="primary"
                onClick={question.run}
                isPending={isPending}
                disabled={question.isLoading}
              >
                {confirmLabel}
              </Button>
            ) : null}
          </>
        }
      >
        <div className="flex flex-col gap-4">
          {question.isLoading ? (
            <SkeletonGroup label={t('loading')}>
              <Skeleton className="mb-3 h-4 w-full" />
              <Skeleton className="mb-3 h-4 w-2/3" />
              <Skeleton className="h-20 w-full" />
            </SkeletonGroup>
          ) : null}
          {preview === null ? null : children(preview)}
          {problem ? <ProblemBanner problem={problem} takesFocus /> : null}
        </div>
      </Dialog>
    </>
  );
}
