import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { getTranslations } from '#messages/server.ts';

/** One answer for what is not there and for what is not yours. */
export default async function ConsoleNotFound() {
  const t = await getTranslations('pages');
  return (
    <>
      <PageHeader title={t('notFound')} />
      <EmptyState title={t('noSuchUser')} action={<LinkButton href="/users">{t('seeYourUsers')}</LinkButton>}>
        {t('noSuchUserWhy')}
      </EmptyState>
    </>
  );
}
