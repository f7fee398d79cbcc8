import { Banner } from '#components/ui/banner.tsx';
import { buttonClass } from '#components/ui/button-style.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { SelectOption } from '#components/ui/select.tsx';
import type { LogPage as Page } from '#lib/users/list-log.ts';
import { logEventGroups } from '#lib/users/log-events.ts';
import { type LogInput, logQueryString } from '#lib/users/log-filter.ts';
import { logAddress, logEntryAddress, logExportAddress } from './log-address.ts';
import { LogFilters } from './log-filters.tsx';
import { LogTable } from './log-table.tsx';

/** The tenant's log: filters, entries, and the way to the next ones. */
export function LogPage({ page, asked }: { page: Page; asked: LogInput }) {
  return (
    <>
      <PageHeader
        title="Log"
        context={
          page.isNarrowed
            ? 'What the tenant noted about the users whom you manage.'
            : 'What happened in the tenant.'
        }
        actions={
          <a href={logExportAddress(asked)} className={buttonClass('secondary', 'regular')}>
            Export CSV
          </a>
        }
      />
      <LogFilters asked={filterOf(asked)} events={events} />
      {page.rows.length > 0 ? (
        <LogTable label="Log" rows={page.rows} addressOf={({ logId }) => logEntryAddress(logId)} showsUsers />
      ) : (
        <NothingHere page={page} asked={asked} />
      )}
      {page.isCutShort ? (
        <div className="mt-4 max-w-160">
          <Banner tone="warning" title="The tenant stopped answering while the log was read.">
            What was read until then is shown. Read on in a moment.
          </Banner>
        </div>
      ) : null}
      <Onward page={page} asked={asked} />
    </>
  );
}

/** All events of a group, and each of them. */
const events: SelectOption[] = logEventGroups.flatMap(({ id, name, events: kinds }) => [
  { value: `group:${id}`, label: `All: ${name.toLowerCase()}`, group: name },
  ...Object.entries(kinds).map(([code, [, label]]) => ({ value: code, label, group: name })),
]);

function filterOf({ from: _from, ...filter }: LogInput) {
  return filter;
}

function NothingHere({ page, asked }: { page: Page; asked: LogInput }) {
  if (page.next) {
    return (
      <EmptyState title="Nothing in this part of the log">
        {page.isNarrowed ? 'What was read here is not about your users.' : 'Nothing here fits the filter.'}{' '}
        Read on for {asked.order === 'newest' ? 'older' : 'later'} entries.
      </EmptyState>
    );
  }
  if (logQueryString(filterOf(asked)) !== '') {
    return (
      <EmptyState title="No entry fits" action={<LinkButton href="/logs">Show the whole log</LinkButton>}>
        The log knows users by e-mail address or username, not by their names, and tells upper from lower
        case. The tenant keeps it for some days only, depending on its plan.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="The log is empty">
      Sign-ins, password changes and blocks{page.isNarrowed ? ' of your users' : ''} stand here as soon as the
      tenant notes some.
    </EmptyState>
  );
}

function Onward({ page, asked }: { page: Page; asked: LogInput }) {
  const [onward, first] =
    asked.order === 'newest' ? ['Older entries', 'Newest entries'] : ['Later entries', 'Oldest entries'];
  if (!page.next && asked.from === '') return null;
  return (
    <nav aria-label="Pages of the log" className="flex flex-wrap items-center justify-end gap-2 py-3">
      {asked.from === '' ? null : (
        <LinkButton href={logAddress(filterOf(asked))} prefetch={false}>
          {first}
        </LinkButton>
      )}
      {page.next ? (
        <LinkButton href={logAddress({ ...asked, from: page.next })} prefetch={false}>
          {onward}
        </LinkButton>
      ) : (
        <span className="text-13 text-muted">The log ends here.</span>
      )}
    </nav>
  );
}
