import type { Metadata } from 'next';
import { RecordPage } from '#components/audit/record-page.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { getRecord } from '#lib/users/records/get-record.ts';
import { undoOffer } from '#lib/users/undo/undo-offer.ts';
import { getTranslations } from '#messages/server.ts';
import { RecordActions } from './record-actions.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('record') };
}

export default async function OneRecordPage({ params, searchParams }: PageProps<'/audit/[recordId]'>) {
  const { recordId } = await params;
  const page = await asManager(async (manager) => {
    const record = await getRecord(manager, recordId);
    return { record, offer: undoOffer(manager, record) };
  });
  if (!page.ok) {
    const t = await getTranslations('audit');
    return <ProblemPage title={t('record')} problem={page.problem} />;
  }
  const { record, offer } = page.value;
  const isAsked = (await searchParams).undo !== undefined;
  return (
    <RecordPage record={record} actions={<RecordActions record={record} offer={offer} isAsked={isAsked} />} />
  );
}
