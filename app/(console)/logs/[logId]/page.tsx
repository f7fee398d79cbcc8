import type { Metadata } from 'next';
import { LogEntry } from '#components/logs/log-entry.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { getLogEntry } from '#lib/users/get-log-entry.ts';

export const metadata: Metadata = { title: 'Log entry' };

export default async function LogEntryPage({ params }: PageProps<'/logs/[logId]'>) {
  const { logId } = await params;
  const entry = await asManager((manager) => getLogEntry(manager, logId));
  if (!entry.ok) return <ProblemPage title="Log entry" problem={entry.problem} />;
  return <LogEntry entry={entry.value} back={{ href: '/logs', label: 'Log' }} canReadLog />;
}
