import type { Metadata } from 'next';
import { HooksPage } from '#components/hooks/hooks-page.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { listHooks } from '#lib/users/hooks/list-hooks.ts';
import { getTranslations } from '#messages/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hooks');
  return { title: t('title') };
}

export default async function HooksListPage() {
  const rows = await asManager(listHooks);
  const t = await getTranslations('hooks');
  if (!rows.ok) return <ProblemPage title={t('title')} problem={rows.problem} />;
  return <HooksPage rows={rows.value} />;
}
