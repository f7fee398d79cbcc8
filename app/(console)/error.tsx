'use client';
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
  return (
    <>
      <PageHeader title="This page failed" />
      <div className="max-w-160">
        <Banner
          tone="danger"
          title="The console could not show this page because of a fault of its own."
          errorId={error.digest}
          actions={<Button onClick={reset}>Try again</Button>}
        >
          Looking at a page changes nothing, so nothing was lost. If it fails again, tell an administrator the
          id.
        </Banner>
      </div>
    </>
  );
}
