import { RelativeTime } from '#components/ui/relative-time.tsx';
import {
  ColumnHeader,
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '#components/ui/table.tsx';
import type { RecordView } from '#lib/users/records/record-view.ts';
import type { Translate } from '#messages/catalogue.ts';
import { getTranslations } from '#messages/server.ts';
import { recordAddress } from './audit-address.ts';
import { OutcomeDot } from './outcome-dot.tsx';

/** Records of the audit trail; each row opens its record. */
export async function RecordTable({
  label,
  rows,
  showsUsers,
}: {
  label: string;
  rows: readonly RecordView[];
  /** False where all records are about one user. */
  showsUsers: boolean;
}) {
  const t = await getTranslations('audit');
  return (
    <Table label={label}>
      <TableHead>
        <ColumnHeader>{t('actionLabel')}</ColumnHeader>
        {showsUsers ? <ColumnHeader>{t('userLabel')}</ColumnHeader> : null}
        <ColumnHeader className="max-lg:hidden">{t('by')}</ColumnHeader>
        <ColumnHeader>{t('outcomeLabel')}</ColumnHeader>
        <ColumnHeader align="end">{t('when')}</ColumnHeader>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.recordId}>
            <TableCell isRowHeader isTruncated phone="lead" className="max-w-64">
              <RowLink href={recordAddress(row.recordId)}>{t(`action.${row.action}`)}</RowLink>
            </TableCell>
            {showsUsers ? (
              <TableCell isTruncated className="max-w-52">
                {row.user ? <bdi>{row.user.name}</bdi> : <span className="text-muted">–</span>}
              </TableCell>
            ) : null}
            <TableCell isTruncated className="max-w-44 max-lg:hidden">
              <bdi>{row.manager.name}</bdi>
            </TableCell>
            <TableCell isFlexible phone="detail">
              <span className="flex min-w-0 items-center gap-2">
                <OutcomeDot outcome={row.outcome} isQuiet>
                  {t(`outcome.${row.outcome}`)}
                </OutcomeDot>
                <span className="min-w-0 flex-1 truncate text-muted phone:hidden">{reasonIn(row, t)}</span>
                <span className="min-w-0 flex-1 truncate text-muted sm:hidden">
                  {[showsUsers ? row.user?.name : null, row.manager.name].filter(Boolean).join(' · ')}
                </span>
              </span>
            </TableCell>
            <TableCell phone="end" align="end" className="text-muted">
              <RelativeTime value={row.startedAt} isFocusable={false} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Which hook said what, in one line. */
function reasonIn({ reason }: RecordView, t: Translate<'audit'>) {
  if (!reason) return null;
  const { hook, sentence } = reason;
  if (hook && sentence) return <bdi>{t('refusedBy', { hook, sentence })}</bdi>;
  return hook ? t('refusedByHook', { hook }) : <bdi>{sentence}</bdi>;
}
