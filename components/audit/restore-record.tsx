'use client';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'use-intl';
import { routeOf } from '#components/ui/route.ts';
import { useToast } from '#components/ui/toast-context.ts';
import type { Answer } from '#components/users/form/call-action.ts';
import { userAddress } from '#components/users/user-address.ts';
import type { RestoredUser, RestorePreview } from '#lib/users/restore-view.ts';
import { DifferenceTable } from './difference-table.tsx';
import { RecordQuestion } from './record-question.tsx';
import { useRecordQuestion } from './use-record-question.ts';

export interface RestoreCalls {
  preview: (input: { recordId: string }) => Promise<Answer<RestorePreview>>;
  run: (input: { recordId: string }) => Promise<Answer<RestoredUser>>;
}

/** Makes the user again whose deletion a record tells of, after it has shown what comes back and what does not. */
export function RestoreRecord({
  recordId,
  name,
  isOpenAtFirst,
  calls,
}: {
  recordId: string;
  /** The user's. */
  name: string;
  isOpenAtFirst: boolean;
  calls: RestoreCalls;
}) {
  const t = useTranslations('undo');
  const router = useRouter();
  const toast = useToast();
  const question = useRecordQuestion(recordId, calls, (done) => {
    toast.handOver({ tone: 'success', message: t('restored', { name: done.name }) });
    router.push(routeOf(userAddress(done.userId)));
  });
  const { preview } = question;
  return (
    <RecordQuestion
      question={question}
      buttonLabel={t('restore')}
      title={t('restoreTitle', { name })}
      confirmLabel={t('confirmRestore')}
      isOpenAtFirst={isOpenAtFirst}
    >
      {preview ? <RestoreAnnounced preview={preview} /> : null}
    </RecordQuestion>
  );
}

function RestoreAnnounced({ preview }: { preview: RestorePreview }) {
  const t = useTranslations('undo');
  const format = useFormatter();
  const { user, until, changes, roles, organizations, missing, groupsRefused, mailRefused } = preview;
  const day = format.dateTime(new Date(until), { dateStyle: 'long' });
  const groups = [...roles, ...organizations];
  return (
    <>
      <p>{t('restoreMeans', { until: day })}</p>
      <ul className="flex list-disc flex-col gap-1 pl-5 wrap-anywhere">
        <li>{mailSentence()}</li>
        <li>{t('gone')}</li>
        {groups.length > 0 ? <li>{t('groups', { names: groups.join(', ') })}</li> : null}
        {groupsRefused === null ? null : <li>{t('groupsRefused', { reason: groupsRefused })}</li>}
        {missing.map((one) => (
          <li key={one}>{t(`missing.${one}`)}</li>
        ))}
      </ul>
      {changes.length > 0 ? (
        <div>
          <p className="mb-1">{t('ruledOtherwise')}</p>
          <DifferenceTable
            label={t('ruledOtherwise')}
            nowLabel={t('was')}
            afterLabel={t('willBe')}
            differences={changes}
          />
        </div>
      ) : null}
    </>
  );

  function mailSentence(): string {
    if (user.email === null) return t('noAddress');
    return mailRefused === null ? t('mail', { email: user.email }) : t('noMail', { reason: mailRefused });
  }
}
