import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { UserLogPage } from '#lib/users/list-user-log.ts';
import { userLogAddress, userLogEntryAddress } from './log-address.ts';
import { LogTable } from './log-table.tsx';

/** A user's own log, the newest first. */
export function UserLog({ user, log }: { user: { userId: string; name: string }; log: UserLogPage }) {
  const { userId, name } = user;
  const { rows, page, hasNextPage } = log;
  return (
    <section aria-label={`Log of ${name}`}>
      {rows.length > 0 ? (
        <LogTable
          label={`Log of ${name}`}
          rows={rows}
          addressOf={({ logId }) => userLogEntryAddress(userId, logId)}
          showsUsers={false}
        />
      ) : (
        <EmptyState title={page > 1 ? 'This page is empty' : 'No entries'} headingLevel={2}>
          {page > 1
            ? 'The log of this user is shorter.'
            : `The tenant noted nothing about ${name} lately. It keeps its log for some days only, depending on its plan.`}
        </EmptyState>
      )}
      {page > 1 || hasNextPage ? (
        <nav aria-label="Pages of the log" className="flex flex-wrap items-center justify-end gap-2 py-3">
          {page > 1 ? (
            <LinkButton href={userLogAddress(userId, page - 1)} prefetch={false}>
              Newer entries
            </LinkButton>
          ) : null}
          {hasNextPage ? (
            <LinkButton href={userLogAddress(userId, page + 1)} prefetch={false}>
              Older entries
            </LinkButton>
          ) : null}
        </nav>
      ) : null}
    </section>
  );
}
