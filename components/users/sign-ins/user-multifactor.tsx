import { EmptyState } from '#components/ui/empty-state.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type {
  AuthenticationMethodView,
  UserMultifactor as Multifactor,
} from '#lib/users/list-multifactor.ts';
import { ConfirmedChange } from './confirmed-change.tsx';
import type { NamedUser, SignInCalls } from './sign-in-calls.ts';

/** A user's second factors and passkeys; one or all of them can be removed. */
export function UserMultifactor({
  user,
  multifactor: { methods, remove },
  calls,
}: {
  user: NamedUser;
  multifactor: Multifactor;
  calls: SignInCalls;
}) {
  const { userId, name } = user;
  return (
    <section className="max-w-240">
      <SectionHeading
        description={
          remove.permitted
            ? 'What this user confirms a sign-in with, besides the password.'
            : methods.length > 0
              ? remove.reason
              : undefined
        }
        actions={
          remove.permitted && methods.length > 1 ? (
            <ConfirmedChange
              label="Remove all"
              title={`Remove all second factors of ${name}?`}
              consequence={`${name} signs in without a second factor until a new one is set up. Where the tenant demands one, the next sign-in asks for it.`}
              confirmLabel="Remove all"
              done={`All second factors of ${name} were removed`}
              call={calls.removeMultifactor}
              input={{ userId }}
            />
          ) : null
        }
      >
        Multifactor
      </SectionHeading>
      {methods.length === 0 ? (
        <EmptyState title="No second factor" headingLevel={3}>
          {name} has set up neither a second factor nor a passkey.
        </EmptyState>
      ) : (
        <Table label={`Second factors of ${name}`}>
          <TableHead>
            <ColumnHeader>Kind</ColumnHeader>
            <ColumnHeader>Name or number</ColumnHeader>
            <ColumnHeader>Set up</ColumnHeader>
            <ColumnHeader>Last used</ColumnHeader>
            <ColumnHeader isHidden>Actions</ColumnHeader>
          </TableHead>
          <TableBody>
            {methods.map((method) => (
              <TableRow key={method.id}>
                <TableCell isRowHeader isFlexible phone="lead" className="font-medium">
                  {method.kind}{' '}
                  {method.isConfirmed ? null : <Tag className="ml-1">Not set up to the end</Tag>}
                </TableCell>
                <TableCell isTruncated phone="detail" className="max-w-60 text-muted">
                  <bdi>{method.detail ?? '–'}</bdi>
                </TableCell>
                <TableCell className="text-muted">
                  <Time value={method.createdAt} />
                </TableCell>
                <TableCell className="text-muted">
                  <Time value={method.lastUsedAt} />
                </TableCell>
                <TableCell phone="end" align="end">
                  {remove.permitted ? (
                    <RemoveMethod user={user} method={method} call={calls.removeMultifactor} />
                  ) : null}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}

function RemoveMethod({
  user: { userId, name },
  method,
  call,
}: {
  user: NamedUser;
  method: AuthenticationMethodView;
  call: SignInCalls['removeMultifactor'];
}) {
  const which = method.detail ? `${method.kind} (${method.detail})` : method.kind;
  return (
    <ConfirmedChange
      label="Remove"
      accessibleLabel={`Remove ${which}`}
      variant="ghost"
      title={`Remove a second factor of ${name}?`}
      consequence={`${which}: ${name} can no longer confirm a sign-in with it. The others stay.`}
      confirmLabel="Remove factor"
      done={`A second factor of ${name} was removed`}
      call={call}
      input={{ userId, methodId: method.id }}
    />
  );
}

function Time({ value }: { value: string | null }) {
  return value ? <RelativeTime value={value} /> : <span>–</span>;
}
