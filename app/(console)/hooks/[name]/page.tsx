import type { Metadata } from 'next';
import { HookPage } from '#components/hooks/hook-page.tsx';
import { HookVersions } from '#components/hooks/hook-versions.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { getHook } from '#lib/users/hooks/get-hook.ts';
import { listHookVersions } from '#lib/users/hooks/list-hook-versions.ts';
import { getTranslations } from '#messages/server.ts';
import { publishHookAction, tryHookAction } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hooks');
  return { title: t('hook') };
}

export default async function OneHookPage({ params }: PageProps<'/hooks/[name]'>) {
  const { name } = await params;
  const page = await asManager(async (manager) => ({
    hook: await getHook(manager, name),
    versions: await listHookVersions(manager, name),
  }));
  const t = await getTranslations('hooks');
  if (!page.ok) return <ProblemPage title={t('hook')} problem={page.problem} />;
  const { hook, versions } = page.value;
  return (
    <>
      <HookPage key={versions.current?.number} hook={hook} tryHook={tryHookAction} />
      <HookVersions view={versions} publishHook={publishHookAction} />
    </>
  );
}
