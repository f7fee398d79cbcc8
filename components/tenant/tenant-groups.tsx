import { RelativeTime } from '#components/ui/relative-time.tsx';
import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from '#components/ui/table.tsx';
import type { TenantLimitsView } from '#lib/users/tenant-limits-view.ts';
import { getTranslations } from '#messages/server.ts';

/** What the tenant said last of each of its limits. */
export async function TenantGroups({ groups }: Pick<TenantLimitsView, 'groups'>) {
  const t = await getTranslations('tenant');
  if (groups.length === 0) return <p className="pt-3 text-14 text-muted">{t('noLimits')}</p>;
  return (
    <Table label={t('limits')}>
      <TableHead>
        <ColumnHeader>{t('group')}</ColumnHeader>
        <ColumnHeader>{t('remaining')}</ColumnHeader>
        <ColumnHeader>{t('resets')}</ColumnHeader>
      </TableHead>
      <TableBody>
        {groups.map(({ group, limit, remaining, resetsAt }) => (
          <TableRow key={group}>
            <TableCell isRowHeader phone="lead">
              {t(`groups.${group}`)}
            </TableCell>
            <TableCell phone="detail">{t('leftOf', { left: remaining, burst: limit })}</TableCell>
            <TableCell phone="end">
              <RelativeTime value={resetsAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
