'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useToast } from '#components/ui/toast-context.ts';
import { userAddress } from '#components/users/user-address.ts';
import type { UndoneRecord, UndoPreview } from '#lib/users/undo/undo-view.ts';
import { DifferenceTable, useValueText } from './difference-table.tsx';
import { type AskableRecord, RecordQuestion } from './record-question.tsx';

/** Undoes what a record tells of, after it has shown what stands now and what will. */
export function UndoRecord(record: AskableRecord<UndoPreview, UndoneRecord>) {
  const t = useTranslations('undo');
  const router = useRouter();
  const toast = useToast();
  const textOf = useValueText();
  return (
    <RecordQuestion
      record={record}
      buttonLabel={t('undo')}
      title={t('undoTitle', { name: record.name })}
      confirmLabel={t('confirmUndo')}
      onDone={({ userId, name }) => {
        toast.show({
          tone: 'success',
          message: t('undone', { name }),
          link: { href: userAddress(userId), label: t('openUser') },
        });
        router.refresh();
      }}
    >
      {({ differences, remainders }) => (
        <>
          <p>{t('undoMeans')}</p>
          <DifferenceTable
            label={t('changes')}
            nowLabel={t('now')}
            afterLabel={t('after')}
            differences={differences}
          />
          {remainders.length > 0 ? (
            <div>
              <p>{t('remains')}</p>
              <ul className="list-disc pl-5 wrap-anywhere">
                {remainders.map(({ label, stays, was }) => (
                  <li key={label}>{t('remainder', { label, stays: textOf(stays), was: textOf(was) })}</li>
                ))}
              </ul>
            </div>
          ) : null}
        </>
      )}
    </RecordQuestion>
  );
}
