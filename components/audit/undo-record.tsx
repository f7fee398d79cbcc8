'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useToast } from '#components/ui/toast-context.ts';
import type { Answer } from '#components/users/form/call-action.ts';
import { userAddress } from '#components/users/user-address.ts';
import type { UndoneRecord, UndoPreview } from '#lib/users/undo-view.ts';
import { DifferenceTable, useValueText } from './difference-table.tsx';
import { RecordQuestion } from './record-question.tsx';
import { useRecordQuestion } from './use-record-question.ts';

export interface UndoCalls {
  preview: (input: { recordId: string }) => Promise<Answer<UndoPreview>>;
  run: (input: { recordId: string }) => Promise<Answer<UndoneRecord>>;
}

/** Undoes what a record tells of, after it has shown what stands now and what will. */
export function UndoRecord({
  recordId,
  name,
  isOpenAtFirst,
  calls,
}: {
  recordId: string;
  /** The user's. */
  name: string;
  isOpenAtFirst: boolean;
  calls: UndoCalls;
}) {
  const t = useTranslations('undo');
  const router = useRouter();
  const toast = useToast();
  const textOf = useValueText();
  const question = useRecordQuestion(recordId, calls, (done) => {
    toast.show({
      tone: 'success',
      message: t('undone', { name: done.name }),
      link: { href: userAddress(done.userId), label: t('openUser') },
    });
    router.refresh();
  });
  const { preview } = question;
  return (
    <RecordQuestion
      question={question}
      buttonLabel={t('undo')}
      title={t('undoTitle', { name })}
      confirmLabel={t('confirmUndo')}
      isOpenAtFirst={isOpenAtFirst}
    >
      {preview ? (
        <>
          <p>{t('undoMeans')}</p>
          <DifferenceTable
            label={t('changes')}
            nowLabel={t('now')}
            afterLabel={t('after')}
            differences={preview.differences}
          />
          {preview.remainders.length > 0 ? (
            <div>
              <p>{t('remains')}</p>
              <ul className="list-disc pl-5 wrap-anywhere">
                {preview.remainders.map(({ label, stays, was }) => (
                  <li key={label}>{t('remainder', { label, stays: textOf(stays), was: textOf(was) })}</li>
                ))}
              </ul>
            </div>
          ) : null}
        </>
      ) : null}
    </RecordQuestion>
  );
}
