import type { Metadata } from 'next';
import { TenantPage } from '#components/tenant/tenant-page.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { getTenantLimits } from '#lib/users/get-tenant-limits.ts';
import { getTranslations } from '#messages/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tenant');
  return { title: t('title') };
}

export default async function TenantLimitsPage() {
  const limits = await asManager(getTenantLimits);
  const t = await getTranslations('tenant');
  if (!limits.ok) return <ProblemPage title={t('title')} problem={limits.problem} />;
  return <TenantPage limits={limits.value} />;
}
