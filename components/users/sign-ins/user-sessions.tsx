import { EmptyState } from '#components/ui/empty-state.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from '#components/ui/table.tsx';
import type { UserSessions as Sessions, SessionView } from '#lib/users/list-sessions.ts';
import { browserName } from './browser-name.ts';
import { RevokeAccessButton } from './revoke-access-button.tsx';
import type { NamedUser, SignInCalls } from './sign-in-calls.ts';

/** The browsers in which a user is signed in, and the way to end them all. */
export function UserSessions({
  user,
  sessions: { sessions, revoke },
  calls,
}: {
  user: NamedUser;
  sessions: Sessions;
  calls: SignInCalls;
}) {
  const mayBeSignedIn = sessions === null || sessions.length > 0;
  return (
    <section className="max-w-240">
      <SectionHeading
        description={revoke.permitted ? 'Browsers in which this user is signed in.' : revoke.reason}
        actions={
          revoke.permitted && mayBeSignedIn ? (
            <RevokeAccessButton user={user} call={calls.revokeAccess} />
          ) : null
        }
      >
        Sessions
      </SectionHeading>
      {sessions === null ? (
        <EmptyState title="The tenant does not list sessions" headingLevel={3}>
          Auth0 lists them on Enterprise plans, to a console that has the scope read:sessions. Signing{' '}
          {user.name} out everywhere works without the list.
        </EmptyState>
      ) : sessions.length === 0 ? (
        <EmptyState title="No sessions" headingLevel={3}>
          {user.name} is not signed in in any browser at the moment.
        </EmptyState>
      ) : (
        <Table label={`Sessions of ${user.name}`}>
          <TableHead>
            <ColumnHeader>Browser</ColumnHeader>
            <ColumnHeader>IP address</ColumnHeader>
            <ColumnHeader>Applications</ColumnHeader>
            <ColumnHeader>Signed in</ColumnHeader>
            <ColumnHeader>Last active</ColumnHeader>
            <ColumnHeader>Ends</ColumnHeader>
          </TableHead>
          <TableBody>
            {sessions.map((session, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the sessions' ids stay on the server.
              <SessionRow key={at} session={session} />
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}

function SessionRow({ session }: { session: SessionView }) {
  return (
    <TableRow>
      <TableCell isRowHeader isFlexible phone="lead" className="font-medium">
        <bdi>{session.userAgent ? browserName(session.userAgent) : 'Browser'}</bdi>
      </TableCell>
      <TableCell phone="detail" className="text-muted whitespace-nowrap">
        {session.ip ?? '–'}
      </TableCell>
      <TableCell isTruncated className="max-w-48 text-muted">
        {session.clientIds.join(', ') || '–'}
      </TableCell>
      <TableCell className="text-muted">
        <Time value={session.signedInAt} />
      </TableCell>
      <TableCell phone="end" className="text-muted">
        <Time value={session.lastActiveAt} />
      </TableCell>
      <TableCell className="text-muted">
        <Time value={session.expiresAt} />
      </TableCell>
    </TableRow>
  );
}

function Time({ value }: { value: string | null }) {
  return value ? <RelativeTime value={value} /> : <span>–</span>;
}
