import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { SortDownIcon, SortNoneIcon, SortUpIcon } from './icons.tsx';
import { type LinkProps, PlainLink } from './link.tsx';
import { RowOpener } from './row-opener.tsx';

/*
 * A semantic table. On phones every row becomes an item of two lines: cells with `phone="lead"` make the
 * first, `phone="detail"` the second, `phone="start"` stand at the left of both (a box to tick, a picture),
 * `phone="end"` at the right, `phone="hidden"` are left out.
 * Roles are written out because changing `display` takes them away in some browsers.
 */
export type PhonePlace = 'start' | 'lead' | 'detail' | 'end' | 'hidden';

export type TableProps = {
  /** Names the table. */
  label: string;
  children: ReactNode;
  className?: string;
};

/** Holds <TableHead> and <TableBody>; scrolls sideways in itself where it must, its head stays in view. */
export function Table({ label, children, className }: TableProps) {
  return (
    <RowOpener>
      <table
        {...{ role: 'table' }}
        aria-label={label}
        className={clsx('tabular w-full border-separate border-spacing-0 text-13 phone:block', className)}
      >
        {children}
      </table>
    </RowOpener>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead {...{ role: 'rowgroup' }} className="phone:sr-only">
      <tr {...{ role: 'row' }}>{children}</tr>
    </thead>
  );
}

export type SortDirection = 'ascending' | 'descending';

export type ColumnHeaderProps = {
  children: ReactNode;
  /** The address that sorts by this column, or turns the order round. */
  sortHref?: string;
  /** Set on the column that the table is sorted by. */
  sortDirection?: SortDirection;
  align?: 'start' | 'end';
  /** The heading is read, not shown, as over row actions. */
  isHidden?: boolean;
  className?: string;
  /** A length of CSS, for wide windows; one that is no share of the table is kept to. */
  width?: string;
};

export function ColumnHeader({
  children,
  sortHref,
  sortDirection,
  align = 'start',
  isHidden = false,
  className,
  width,
}: ColumnHeaderProps) {
  const SortIcon = !sortDirection ? SortNoneIcon : sortDirection === 'ascending' ? SortUpIcon : SortDownIcon;
  return (
    <th
      {...{ role: 'columnheader' }}
      scope="col"
      aria-sort={sortHref ? (sortDirection ?? 'none') : undefined}
      style={
        width
          ? { '--column-width': width, '--column-width-min': width.endsWith('%') ? '0' : width }
          : undefined
      }
      className={clsx(
        'sticky top-[var(--table-head-top,0px)] z-10 h-9 border-b border-hairline bg-canvas px-3 text-12 font-medium whitespace-nowrap text-muted first:pl-2 last:pr-2',
        align === 'end' ? 'text-right' : 'text-left',
        width && 'xl:w-(--column-width) xl:min-w-(--column-width-min)',
        className,
      )}
    >
      {isHidden ? (
        <span className="sr-only">{children}</span>
      ) : sortHref ? (
        <PlainLink
          href={sortHref}
          scroll={false}
          prefetch={false}
          className={clsx(
            'group -mx-1 inline-flex h-7 items-center gap-1 rounded-[4px] px-1 hover:text-ink',
            align === 'end' && 'flex-row-reverse',
            sortDirection && 'text-ink',
          )}
        >
          {children}
          <SortIcon
            className={clsx(
              'size-3.5',
              !sortDirection && 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100',
            )}
          />
        </PlainLink>
      ) : (
        children
      )}
    </th>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return (
    <tbody {...{ role: 'rowgroup' }} className="phone:block">
      {children}
    </tbody>
  );
}

export type TableRowProps = { children: ReactNode; isSelected?: boolean };

/** A row; a press anywhere on it opens its <RowLink>, if it has one. */
export function TableRow({ children, isSelected }: TableRowProps) {
  return (
    <tr
      {...{ role: 'row' }}
      aria-selected={isSelected}
      className={clsx(
        'group/row phone:grid phone:min-h-15 phone:grid-cols-[auto_minmax(0,1fr)_auto_auto] phone:items-center phone:border-b phone:border-hairline phone:py-1.5',
        isSelected
          ? 'bg-accent-3'
          : 'has-[[data-row-link]]:hover:bg-neutral-2 has-[[data-select-user]:checked]:bg-accent-3!',
      )}
    >
      {children}
    </tr>
  );
}

const phoneClass: Record<PhonePlace, string> = {
  start: 'phone:col-start-1 phone:row-span-2 phone:row-start-1 phone:pr-3!',
  lead: 'phone:col-start-2 phone:row-start-1 phone:self-end',
  detail: 'phone:col-start-2 phone:row-start-2 phone:self-start phone:text-muted',
  end: 'phone:col-start-3 phone:row-span-2 phone:row-start-1 phone:pl-2!',
  hidden: 'phone:hidden',
};

export type TableCellProps = Omit<ComponentProps<'td'>, 'align' | 'children'> & {
  children: ReactNode;
  phone?: PhonePlace;
  align?: 'start' | 'end';
  /** Cut off with dots in place of making the column wider; give the column a width or `max-w-…`. */
  isTruncated?: boolean;
  /** Takes the width that the other columns leave, and is cut off where that is too little. */
  isFlexible?: boolean;
  /** The cell that names the row. */
  isRowHeader?: boolean;
};

export function TableCell({
  children,
  phone = 'hidden',
  align = 'start',
  isTruncated = false,
  isFlexible = false,
  isRowHeader = false,
  className,
  ...rest
}: TableCellProps) {
  const Cell = isRowHeader ? 'th' : 'td';
  return (
    <Cell
      {...rest}
      {...{ role: isRowHeader ? 'rowheader' : 'cell' }}
      scope={isRowHeader ? 'row' : undefined}
      className={clsx(
        'h-10 border-b border-hairline px-3 font-regular sm:first:pl-2 sm:last:pr-2 phone:block phone:h-auto phone:max-w-none phone:border-0 phone:p-0',
        align === 'end' ? 'text-right' : 'text-left',
        (isTruncated || isFlexible) && 'truncate',
        isFlexible && 'w-full max-w-0 min-w-48 phone:max-w-none phone:min-w-0',
        phoneClass[phone],
        className,
      )}
    >
      {children}
    </Cell>
  );
}

/** The link that its row opens. */
export function RowLink({ className, ...rest }: LinkProps) {
  return (
    <PlainLink
      prefetch={false}
      {...rest}
      data-row-link
      className={clsx(
        'rounded-[2px] font-medium text-ink group-hover/row:underline decoration-neutral-7 underline-offset-3',
        className,
      )}
    />
  );
}
