import type { Metadata } from 'next';
import { userLogAddress } from '#components/logs/log-address.ts';
import { LogEntry } from '#components/logs/log-entry.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { userIdOf } from '#components/users/user-address.ts';
import { asManager } from '#lib/session.ts';
import { getUserLogEntry } from '#lib/users/log/get-user-log-entry.ts';
import { getTranslations } from '#messages/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('logs');
  return { title: t('entry') };
}

export default async function UserLogEntryPage({ params }: PageProps<'/users/[userId]/log/[logId]'>) {
  const { userId: segment, logId } = await params;
  const userId = userIdOf(segment);
  const page = await asManager(async (manager) => ({
    entry: await getUserLogEntry(manager, userId, logId),
    canReadLog: manager.scope.includes('read:logs'),
  }));
  const t = await getTranslations('logs');
  if (!page.ok) return <ProblemPage title={t('entry')} problem={page.problem} />;
  const { entry, canReadLog } = page.value;
  const back = { href: userLogAddress(userId), label: entry.user?.name ?? t('user') };
  return <LogEntry entry={entry} back={back} canReadLog={canReadLog} />;
}
