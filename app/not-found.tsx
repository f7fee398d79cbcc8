import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { getTranslations } from '#messages/server.ts';

export default async function NotFound() {
  const t = await getTranslations('pages');
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        title={t('noSuchPage')}
        action={<LinkButton href="/users">{t('goToYourUsers')}</LinkButton>}
      >
        {t('noSuchPageWhy')}
      </EmptyState>
    </main>
  );
}
