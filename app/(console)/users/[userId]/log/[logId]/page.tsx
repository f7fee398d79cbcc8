import type { Metadata } from 'next';
import { userLogAddress } from '#components/logs/log-address.ts';
import { LogEntry } from '#components/logs/log-entry.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { userIdOf } from '#components/users/user-address.ts';
import { asManager } from '#lib/session.ts';
import { getUserLogEntry } from '#lib/users/get-user-log-entry.ts';

export const metadata: Metadata = { title: 'Log entry' };

export default async function UserLogEntryPage({ params }: PageProps<'/users/[userId]/log/[logId]'>) {
  const { userId: segment, logId } = await params;
  const userId = userIdOf(segment);
  const page = await asManager(async (manager) => ({
    entry: await getUserLogEntry(manager, userId, logId),
    canReadLog: manager.scope.includes('read:logs'),
  }));
  if (!page.ok) return <ProblemPage title="Log entry" problem={page.problem} />;
  const { entry, canReadLog } = page.value;
  const back = { href: userLogAddress(userId), label: entry.user?.name ?? 'User' };
  return <LogEntry entry={entry} back={back} canReadLog={canReadLog} />;
}
