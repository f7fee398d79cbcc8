import { RelativeTime } from '#components/ui/relative-time.tsx';
import { StatusDot } from '#components/ui/status-dot.tsx';
import {
  ColumnHeader,
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '#components/ui/table.tsx';
import type { LogEntryView } from '#lib/users/log/log-entry-view.ts';
import { getTranslations } from '#messages/server.ts';

/** Entries of a log; each row opens its entry. */
export async function LogTable({
  label,
  rows,
  addressOf,
  showsUsers,
}: {
  label: string;
  rows: readonly LogEntryView[];
  addressOf: (row: LogEntryView) => string;
  /** False where all entries are about one user. */
  showsUsers: boolean;
}) {
  const t = await getTranslations('logs');
  return (
    <Table label={label}>
      <TableHead>
        <ColumnHeader>{t('columns.event')}</ColumnHeader>
        {showsUsers ? <ColumnHeader>{t('columns.user')}</ColumnHeader> : null}
        <ColumnHeader className="max-xl:hidden">{t('columns.application')}</ColumnHeader>
        <ColumnHeader className="max-xl:hidden">{t('columns.ip')}</ColumnHeader>
        <ColumnHeader align="end">{t('columns.time')}</ColumnHeader>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.logId}>
            <TableCell isRowHeader isFlexible phone="lead">
              <span className="flex min-w-0 items-center gap-2">
                <StatusDot tone={row.tone === 'failed' ? 'danger' : 'neutral'}>{''}</StatusDot>
                <RowLink href={addressOf(row)} className="truncate">
                  {row.event}
                </RowLink>
                {row.description ? (
                  <span className="min-w-0 flex-1 truncate text-muted phone:hidden">
                    <bdi>{row.description}</bdi>
                  </span>
                ) : null}
              </span>
            </TableCell>
            {showsUsers ? (
              <TableCell isTruncated phone="detail" className="max-w-56">
                {row.user ? <bdi>{row.user.name}</bdi> : <Nobody row={row} label={t('nobody')} />}
              </TableCell>
            ) : null}
            <TableCell
              isTruncated
              phone={showsUsers ? 'hidden' : 'detail'}
              className="max-w-40 text-muted sm:max-xl:hidden"
            >
              {row.clientName ?? row.clientId ?? '–'}
            </TableCell>
            <TableCell isTruncated className="max-w-52 text-muted max-xl:hidden">
              {[row.ip, row.place].filter(Boolean).join(', ') || '–'}
            </TableCell>
            <TableCell phone="end" align="end" className="text-muted">
              {row.date ? <RelativeTime value={row.date} isFocusable={false} /> : '–'}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** On phones, where the application has no place of its own, it stands where the user would. */
function Nobody({ row, label }: { row: LogEntryView; label: string }) {
  return (
    <span className="text-muted">
      <span className="phone:hidden">–</span>
      <span className="sm:hidden">{row.clientName ?? row.clientId ?? label}</span>
    </span>
  );
}
