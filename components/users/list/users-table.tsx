import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
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
import { Tag } from '#components/ui/tag.tsx';
import type { UserActionCalls } from '#components/users/actions/use-user-action.ts';
import { SelectPage, SelectUser } from '#components/users/bulk/select-boxes.tsx';
import { userAddress } from '#components/users/user-address.ts';
import { UserStatusDot } from '#components/users/user-status-dot.tsx';
import { addressOf, sortedBy } from '#lib/users/list/list-address.ts';
import type { ColumnKind, UserColumn, UserList, UserListInput, UserRow } from '#lib/users/user-view.ts';
import { getTranslations } from '#messages/server.ts';
import { columnWidths } from './column-widths.ts';
import { UserRowMenu } from './user-row-menu.tsx';

/** The users of one page; every column that the tenant can sort by is a link that does. */
export async function UsersTable({
  list,
  asked,
  canChange,
  isSelectable,
  calls,
}: {
  list: UserList;
  asked: UserListInput;
  canChange: boolean;
  /** The table stands in a <SelectableUsers>. */
  isSelectable: boolean;
  calls: UserActionCalls;
}) {
  const t = await getTranslations('list');
  const nothing = <Nothing label={t('none')} />;
  const isEmailApart = list.columns.some(({ kind }) => kind === 'email');
  const widths = columnWidths(list.columns);
  return (
    <Table label={t('title')}>
      <TableHead>
        {isSelectable ? (
          <ColumnHeader className="w-8 pr-0! phone:hidden">
            <SelectPage />
          </ColumnHeader>
        ) : null}
        {list.columns.map((column) => (
          <ColumnHeader
            key={column.key}
            align={column.kind === 'logins' ? 'end' : 'start'}
            className={narrowClass[column.kind]}
            width={widths.get(column.key)}
            sortHref={column.sortBy ? addressOf(sortedBy(asked, column.sortBy)) : undefined}
            sortDirection={directionOf(list, column)}
          >
            {column.label}
          </ColumnHeader>
        ))}
        <ColumnHeader isHidden>{t('actions')}</ColumnHeader>
      </TableHead>
      <TableBody>
        {list.rows.map((row) => (
          <TableRow key={row.userId}>
            {isSelectable ? (
              <TableCell
                phone="start"
                data-own-press
                className="w-8 pr-0! phone:-ml-3.5 phone:w-auto phone:not-group-data-selecting/list:hidden"
              >
                <SelectUser userId={row.userId} name={row.name} />
              </TableCell>
            ) : null}
            {list.columns.map((column) => (
              <UserCell
                key={column.key}
                column={column}
                row={row}
                hasWidth={widths.has(column.key)}
                isEmailApart={isEmailApart}
                nothing={nothing}
                newLabel={t('new')}
              />
            ))}
            <TableCell phone="end" align="end" className="px-1! phone:col-start-4!">
              <UserRowMenu user={menuPartOf(row)} canChange={canChange} calls={calls} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** What of a row its menu takes to the browser once more. */
function menuPartOf({ userId, name, email, status }: UserRow) {
  return { userId, name, email, status };
}

/** Where names would have to be cut short, what the user's own page tells as well gives way. */
const narrowClass: Partial<Record<ColumnKind, string>> = {
  connection: 'max-xl:hidden',
  email: 'max-xl:hidden',
  field: 'max-xl:hidden',
  logins: 'max-lg:hidden',
};

function directionOf(list: UserList, column: UserColumn): 'ascending' | 'descending' | undefined {
  if (column.sortBy === null || column.sortBy !== list.sort.by) return undefined;
  return list.sort.descending ? 'descending' : 'ascending';
}

function UserCell({
  column,
  row,
  hasWidth,
  isEmailApart,
  nothing,
  newLabel,
}: {
  column: UserColumn;
  row: UserRow;
  hasWidth: boolean;
  isEmailApart: boolean;
  /** What stands in an empty cell. */
  nothing: ReactNode;
  newLabel: string;
}) {
  // What stands in the cell must not make its column wider than it is to be.
  const widthClass = (usual: string) => clsx(usual, hasWidth && 'xl:max-w-0 xl:min-w-24');
  switch (column.kind) {
    case 'user':
      return <NameCell row={row} isEmailApart={isEmailApart} hasWidth={hasWidth} newLabel={newLabel} />;
    case 'email':
      return (
        <TableCell isTruncated className={clsx(widthClass('max-w-56'), 'text-muted', narrowClass.email)}>
          {row.email ? <bdi>{row.email}</bdi> : nothing}
        </TableCell>
      );
    case 'memberships':
      return (
        <TableCell isTruncated className={widthClass('max-w-48')}>
          {row.memberships.join(', ') || nothing}
        </TableCell>
      );
    case 'last-login':
      return (
        <TableCell className="text-muted">
          {row.lastLogin ? <RelativeTime value={row.lastLogin} isFocusable={false} /> : nothing}
        </TableCell>
      );
    case 'logins':
      return (
        <TableCell align="end" className={clsx('text-muted', narrowClass.logins)}>
          {row.loginsCount}
        </TableCell>
      );
    case 'connection':
      return (
        <TableCell isTruncated className={clsx(widthClass('max-w-36'), 'text-muted', narrowClass.connection)}>
          {row.connection ?? nothing}
        </TableCell>
      );
    case 'status':
      return (
        <TableCell phone="end" className="phone:text-12">
          {row.status ? <UserStatusDot status={row.status} /> : null}
        </TableCell>
      );
    case 'field':
      return (
        <TableCell isTruncated className={clsx(widthClass('max-w-40'), 'text-muted', narrowClass.field)}>
          {row.cells[column.key] ?? nothing}
        </TableCell>
      );
  }
}

function NameCell({
  row,
  isEmailApart,
  hasWidth,
  newLabel,
}: {
  row: UserRow;
  isEmailApart: boolean;
  hasWidth: boolean;
  newLabel: string;
}) {
  return (
    <TableCell
      isRowHeader
      phone="lead"
      isFlexible
      className={clsx('phone:row-span-2 phone:self-center!', hasWidth && 'xl:w-auto')}
    >
      <span className="flex min-w-0 items-center gap-3">
        <Avatar name={row.name} seed={row.userId} pictureUrl={row.picture} size="small" />
        <span className="flex min-w-0 items-baseline gap-2 phone:flex-col phone:gap-0">
          {/* Where both do not fit, it is the e-mail address that is cut. */}
          <span className="flex min-w-0 max-w-[calc(100%-0.5rem)] shrink-0 items-center gap-2 phone:max-w-full">
            <RowLink href={userAddress(row.userId)} className="truncate">
              <bdi>{row.name}</bdi>
            </RowLink>
            {row.isNew ? <Tag>{newLabel}</Tag> : null}
          </span>
          {row.email && row.email !== row.name ? (
            <span className={clsx('max-w-full min-w-0 truncate text-muted', isEmailApart && 'xl:hidden')}>
              <bdi>{row.email}</bdi>
            </span>
          ) : null}
        </span>
      </span>
    </TableCell>
  );
}

/** An empty cell, told apart from one that was forgotten. */
function Nothing({ label }: { label: string }) {
  return (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
