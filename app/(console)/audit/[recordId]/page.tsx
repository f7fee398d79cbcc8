import type { Metadata } from 'next';
import { RecordPage } from '#components/audit/record-page.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { getRecord } from '#lib/users/get-record.ts';
import { getTranslations } from '#messages/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('record') };
}

export default async function OneRecordPage({ params }: PageProps<'/audit/[recordId]'>) {
  const { recordId } = await params;
  const record = await asManager((manager) => getRecord(manager, recordId));
  if (!record.ok) {
    const t = await getTranslations('audit');
    return <ProblemPage title={t('record')} problem={record.problem} />;
  }
  return <RecordPage record={record.value} />;
}
