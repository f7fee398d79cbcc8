import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { getTranslations } from '#messages/server.ts';

/** One answer for an entry that there is not and for one that is about somebody else's user. */
export default async function LogNotFound() {
  const t = await getTranslations('logs');
  return (
    <>
      <PageHeader title={t('notFound')} />
      <EmptyState title={t('noSuchEntry')} action={<LinkButton href="/logs">{t('seeLog')}</LinkButton>}>
        {t('mayBeGone')}
      </EmptyState>
    </>
  );
}
