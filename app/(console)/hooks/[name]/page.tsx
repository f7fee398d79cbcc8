import type { Metadata } from 'next';
import { HookPage } from '#components/hooks/hook-page.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { getHook } from '#lib/users/get-hook.ts';
import { tryHookAction } from '../actions.ts';

export const metadata: Metadata = { title: 'Hook' };

export default async function OneHookPage({ params }: PageProps<'/hooks/[name]'>) {
  const { name } = await params;
  const hook = await asManager((manager) => getHook(manager, name));
  if (!hook.ok) return <ProblemPage title="Hook" problem={hook.problem} />;
  return <HookPage hook={hook.value} tryHook={tryHookAction} />;
}
