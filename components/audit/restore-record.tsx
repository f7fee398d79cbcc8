'use client';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'use-intl';
import { routeOf } from '#components/ui/route.ts';
import { useToast } from '#components/ui/toast-context.ts';
import { userAddress } from '#components/users/user-address.ts';
import type { RestoredUser, RestorePreview } from '#lib/users/restore/restore-view.ts';
import { DifferenceTable } from './difference-table.tsx';
import { type AskableRecord, RecordQuestion } from './record-question.tsx';

/** Makes the user again whose deletion a record tells of, after it has shown what comes back and what does not. */
export function RestoreRecord(record: AskableRecord<RestorePreview, RestoredUser>) {
  const t = useTranslations('undo');
  const router = useRouter();
  const toast = useToast();
  return (
    <RecordQuestion
      record={record}
      buttonLabel={t('restore')}
      title={t('restoreTitle', { name: record.name })}
      confirmLabel={t('confirmRestore')}
      onDone={({ userId, name }) => {
        toast.handOver({ tone: 'success', message: t('restored', { name }) });
        router.push(routeOf(userAddress(userId)));
      }}
    >
      {(preview) => <RestoreAnnounced preview={preview} />}
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
