import type { Metadata } from 'next';
import { LogPage } from '#components/logs/log-page.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { listLog } from '#lib/users/log/list-log.ts';
import { offeredLogEvents } from '#lib/users/log/log-events.ts';
import { logInputOf } from '#lib/users/log/schema-log.ts';
import { getTranslations } from '#messages/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('logs');
  return { title: t('title') };
}

export default async function TenantLogPage({ searchParams }: PageProps<'/logs'>) {
  const asked = logInputOf(await searchParams);
  const page = await asManager(async (manager) => ({
    log: await listLog(manager, asked),
    events: offeredLogEvents(),
  }));
  const t = await getTranslations('logs');
  if (!page.ok) return <ProblemPage title={t('title')} problem={page.problem} />;
  return <LogPage page={page.value.log} events={page.value.events} asked={asked} />;
}
