import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { getTranslations } from '#messages/server.ts';

/** For an address that names none of the six. */
export default async function HookNotFound() {
  const t = await getTranslations('hooks');
  return (
    <>
      <PageHeader title={t('notFound')} />
      <EmptyState title={t('noSuchHook')} action={<LinkButton href="/hooks">{t('seeHooks')}</LinkButton>}>
        {t('noSuchHookWhy')}
      </EmptyState>
    </>
  );
}
