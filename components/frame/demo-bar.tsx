import { getTranslations } from '#messages/server.ts';

/** Says that nothing here is real, and where the mail went. */
export async function DemoBar({ outboxHref }: { outboxHref: string }) {
  const t = await getTranslations('frame');
  return (
    <aside
      aria-label={t('demo')}
      className="flex min-h-8 flex-wrap items-center justify-center gap-x-2 border-b border-hairline bg-rail px-4 py-1 text-center text-12 text-muted"
    >
      {t('demoData')}
      <a
        href={outboxHref}
        className="rounded-[2px] text-accent-text underline decoration-accent-6 underline-offset-3 hover:decoration-current touch:py-3"
      >
        {t('outbox')}
      </a>
    </aside>
  );
}
