import { PageHeader } from '#components/ui/page-header.tsx';
import {
  ColumnHeader,
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '#components/ui/table.tsx';
import type { HookRow } from '#lib/users/hooks/hook-view.ts';
import { getTranslations } from '#messages/server.ts';
import { hookAddress } from './hook-address.ts';
import { HookState } from './hook-state.tsx';

/** The six hooks; each row opens its hook. */
export async function HooksPage({ rows }: { rows: readonly HookRow[] }) {
  const t = await getTranslations('hooks');
  return (
    <>
      <PageHeader title={t('title')} context={t('context')} />
      <Table label={t('title')}>
        <TableHead>
          <ColumnHeader>{t('hook')}</ColumnHeader>
          <ColumnHeader>{t('decidesColumn')}</ColumnHeader>
          <ColumnHeader className="max-lg:hidden">{t('file')}</ColumnHeader>
          <ColumnHeader>{t('state')}</ColumnHeader>
        </TableHead>
        <TableBody>
          {rows.map(({ name, file, state }) => (
            <TableRow key={name}>
              <TableCell isRowHeader phone="lead">
                <RowLink href={hookAddress(name)}>{name}</RowLink>
              </TableCell>
              <TableCell isFlexible phone="detail">
                {t(`decides.${name}`)}
              </TableCell>
              <TableCell isTruncated title={file} className="max-w-112 text-muted max-lg:hidden">
                <bdi>{file}</bdi>
              </TableCell>
              <TableCell phone="end">
                <HookState state={state} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
