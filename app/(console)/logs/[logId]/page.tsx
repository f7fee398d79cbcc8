import type { Metadata } from 'next';
import { LogEntry } from '#components/logs/log-entry.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { getLogEntry } from '#lib/users/log/get-log-entry.ts';
import { getTranslations } from '#messages/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('logs');
  return { title: t('entry') };
}

export default async function LogEntryPage({ params }: PageProps<'/logs/[logId]'>) {
  const { logId } = await params;
  const entry = await asManager((manager) => getLogEntry(manager, logId));
  const t = await getTranslations('logs');
  if (!entry.ok) return <ProblemPage title={t('entry')} problem={entry.problem} />;
  return <LogEntry entry={entry.value} back={{ href: '/logs', label: t('title') }} canReadLog />;
}
