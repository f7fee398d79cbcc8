'use client';
import { useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';

/** For bugs only: what can be expected to fail is shown by the page itself. */
export default function ConsoleError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations('pages');
  return (
    <>
      <PageHeader title={t('pageFailed')} />
      <div className="max-w-160">
        <Banner
          tone="danger"
          title={t('pageFailedWhy')}
          errorId={error.digest}
          actions={<Button onClick={reset}>{t('tryAgain')}</Button>}
        >
          {t('pageFailedAdvice')}
        </Banner>
      </div>
    </>
  );
}
