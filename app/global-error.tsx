'use client';
import './globals.css';

/** The last net, when even the frame failed. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto flex max-w-140 flex-col items-start gap-3 px-4 py-12">
          <h1 className="text-20 font-semibold">The console failed</h1>
          <p>
            A fault of its own keeps it from showing anything. Nothing was changed by looking at this page.
          </p>
          {error.digest ? <p className="text-13 text-muted">Error id {error.digest}</p> : null}
          <button type="button" className="control px-3" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
