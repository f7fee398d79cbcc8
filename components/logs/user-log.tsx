import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { UserLogPage } from '#lib/users/log/list-user-log.ts';
import { getTranslations } from '#messages/server.ts';
import { userLogAddress, userLogEntryAddress } from './log-address.ts';
import { LogTable } from './log-table.tsx';

/** A user's own log, the newest first. */
export async function UserLog({ user, log }: { user: { userId: string; name: string }; log: UserLogPage }) {
  const t = await getTranslations('logs');
  const { userId, name } = user;
  const { rows, page, hasNextPage } = log;
  return (
    <section aria-label={t('logOf', { name })}>
      {rows.length > 0 ? (
        <LogTable
          label={t('logOf', { name })}
          rows={rows}
          addressOf={({ logId }) => userLogEntryAddress(userId, logId)}
          showsUsers={false}
        />
      ) : (
        <EmptyState title={t(page > 1 ? 'emptyPage' : 'noEntries')} headingLevel={2}>
          {page > 1 ? t('shorter') : t('nothingLately', { name })}
        </EmptyState>
      )}
      {page > 1 || hasNextPage ? (
        <nav aria-label={t('pages')} className="flex flex-wrap items-center justify-end gap-2 py-3">
          {page > 1 ? (
            <LinkButton href={userLogAddress(userId, page - 1)} prefetch={false}>
              {t('newer')}
            </LinkButton>
          ) : null}
          {hasNextPage ? (
            <LinkButton href={userLogAddress(userId, page + 1)} prefetch={false}>
              {t('older')}
            </LinkButton>
          ) : null}
        </nav>
      ) : null}
    </section>
  );
}
