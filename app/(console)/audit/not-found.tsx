import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { getTranslations } from '#messages/server.ts';

/** One answer for a record that there is not and for one that is about somebody else's user. */
export default async function RecordNotFound() {
  const t = await getTranslations('audit');
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState
        title={t('notFound.what')}
        action={<LinkButton href="/audit">{t('notFound.action')}</LinkButton>}
      />
    </>
  );
}
