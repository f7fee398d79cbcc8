import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { RecordPage } from '#lib/users/records/list-records.ts';
import { getTranslations } from '#messages/server.ts';
import { recordsOfUserAddress, userHistoryAddress } from './audit-address.ts';
import { RecordTable } from './record-table.tsx';

/** What was done to one user, or attempted, and who looked. */
export async function UserHistory({
  user: { userId, name },
  page,
  isFirst,
}: {
  user: { userId: string; name: string };
  page: RecordPage;
  isFirst: boolean;
}) {
  const t = await getTranslations('audit');
  const label = t('history.label', { name });
  return (
    <section aria-label={label}>
      {page.rows.length > 0 ? (
        <RecordTable label={label} rows={page.rows} showsUsers={false} />
      ) : (
        <EmptyState title={t('history.empty')}>{t('history.emptyMeans', { name })}</EmptyState>
      )}
      <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-2 py-3">
        <Link href={recordsOfUserAddress(userId)} prefetch={false} className="mr-auto text-13">
          {t('history.all')}
        </Link>
        {isFirst ? null : (
          <LinkButton href={userHistoryAddress(userId)} prefetch={false}>
            {t('newest')}
          </LinkButton>
        )}
        {page.next ? (
          <LinkButton href={userHistoryAddress(userId, page.next)} prefetch={false}>
            {t('older')}
          </LinkButton>
        ) : null}
      </nav>
    </section>
  );
}
