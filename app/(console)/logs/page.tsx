import type { Metadata } from 'next';
import { LogPage } from '#components/logs/log-page.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { listLog } from '#lib/users/list-log.ts';
import { logInputOf } from '#lib/users/schema-log.ts';

export const metadata: Metadata = { title: 'Log' };

export default async function TenantLogPage({ searchParams }: PageProps<'/logs'>) {
  const asked = logInputOf(await searchParams);
  const page = await asManager((manager) => listLog(manager, asked));
  if (!page.ok) return <ProblemPage title="Log" problem={page.problem} />;
  return <LogPage page={page.value} asked={asked} />;
}
