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
import type { HookRow } from '#lib/users/hook-view.ts';
import { hookAddress } from './hook-address.ts';
import { HookState } from './hook-state.tsx';
import { hookWords } from './hook-words.ts';

/** The six hooks; each row opens its hook. */
export function HooksPage({ rows }: { rows: readonly HookRow[] }) {
  return (
    <>
      <PageHeader title="Hooks" context="The scripts that decide what managers see and do." />
      <Table label="Hooks">
        <TableHead>
          <ColumnHeader>Hook</ColumnHeader>
          <ColumnHeader>Decides</ColumnHeader>
          <ColumnHeader className="max-lg:hidden">File</ColumnHeader>
          <ColumnHeader>State</ColumnHeader>
        </TableHead>
        <TableBody>
          {rows.map(({ name, file, state }) => (
            <TableRow key={name}>
              <TableCell isRowHeader phone="lead">
                <RowLink href={hookAddress(name)}>{name}</RowLink>
              </TableCell>
              <TableCell isFlexible phone="detail">
                {hookWords[name].decides}
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
