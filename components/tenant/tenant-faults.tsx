import { RelativeTime } from '#components/ui/relative-time.tsx';
import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from '#components/ui/table.tsx';
import type { TenantLimitsView } from '#lib/users/tenant-limits-view.ts';
import { getTranslations } from '#messages/server.ts';

const endsWithoutStatus = ['unreachable', 'interrupted', 'silent'] as const;

/** The tenant's last faults, the newest first. */
export async function TenantFaults({ faults }: Pick<TenantLimitsView, 'faults'>) {
  const t = await getTranslations('tenant');
  if (faults.length === 0) return <p className="pt-3 text-14 text-muted">{t('noFaults')}</p>;
  const wordsOf = (what: string) => {
    const end = endsWithoutStatus.find((one) => one === what);
    return end ? t(`ends.${end}`) : t('ends.status', { status: what });
  };
  return (
    <Table label={t('faults')}>
      <TableHead>
        <ColumnHeader>{t('what')}</ColumnHeader>
        <ColumnHeader>{t('kind')}</ColumnHeader>
        <ColumnHeader>{t('time')}</ColumnHeader>
      </TableHead>
      <TableBody>
        {faults.map(({ at, kind, what }, number) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two faults may share everything, and none ever moves.
          <TableRow key={`${at} ${number}`}>
            <TableCell isRowHeader phone="lead">
              {wordsOf(what)}
            </TableCell>
            <TableCell phone="detail">{t(`kinds.${kind}`)}</TableCell>
            <TableCell phone="end">
              <RelativeTime value={at} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
