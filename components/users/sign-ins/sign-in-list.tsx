import type { ReactNode } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import { ColumnHeader, Table, TableBody, TableHead } from '#components/ui/table.tsx';

/** Devices, sessions or second factors of a user: a heading with what can be done to all, and a row for each. */
export function SignInList({
  title,
  description,
  actions,
  filter,
  empty,
  label,
  columns,
  actionsColumn,
  children,
}: {
  title: string;
  description?: string;
  actions?: ReactNode;
  /** Chooses between lists of the same kind. */
  filter?: ReactNode;
  /** Stands in place of the table; `undefined` where there are rows. */
  empty?: { title: string; text: string };
  /** Names the table. */
  label: string;
  columns: readonly string[];
  /** The hidden name of a last column with a button in each row. */
  actionsColumn?: string;
  children: ReactNode;
}) {
  return (
    <section className="max-w-240">
      <SectionHeading description={description} actions={actions}>
        {title}
      </SectionHeading>
      {filter}
      {empty ? (
        <EmptyState title={empty.title} headingLevel={3}>
          {empty.text}
        </EmptyState>
      ) : (
        <Table label={label}>
          <TableHead>
            {columns.map((column) => (
              <ColumnHeader key={column}>{column}</ColumnHeader>
            ))}
            {actionsColumn ? <ColumnHeader isHidden>{actionsColumn}</ColumnHeader> : null}
          </TableHead>
          <TableBody>{children}</TableBody>
        </Table>
      )}
    </section>
  );
}
