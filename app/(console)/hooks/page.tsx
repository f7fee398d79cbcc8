import type { Metadata } from 'next';
import { HooksPage } from '#components/hooks/hooks-page.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { listHooks } from '#lib/users/list-hooks.ts';

export const metadata: Metadata = { title: 'Hooks' };

export default async function HooksListPage() {
  const rows = await asManager(listHooks);
  if (!rows.ok) return <ProblemPage title="Hooks" problem={rows.problem} />;
  return <HooksPage rows={rows.value} />;
}
