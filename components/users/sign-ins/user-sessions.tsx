import { TableCell, TableRow } from '#components/ui/table.tsx';
import type { UserSessions as Sessions, SessionView } from '#lib/users/sign-ins/list-sessions.ts';
import { getTranslations } from '#messages/server.ts';
import { browserName } from './browser-name.ts';
import { MaybeTime } from './maybe-time.tsx';
import { RevokeAccessButton } from './revoke-access-button.tsx';
import type { NamedUser, SignInCalls } from './sign-in-calls.ts';
import { SignInList } from './sign-in-list.tsx';

/** The browsers in which a user is signed in, and the way to end them all. */
export async function UserSessions({
  user,
  sessions: { sessions, revoke },
  calls,
}: {
  user: NamedUser;
  sessions: Sessions;
  calls: SignInCalls;
}) {
  const t = await getTranslations('signIns');
  const { name } = user;
  const mayBeSignedIn = sessions === null || sessions.length > 0;
  const unlisted = { title: t('sessions.unlistedTitle'), text: t('sessions.unlisted', { name }) };
  const none = { title: t('sessions.noneTitle'), text: t('sessions.none', { name }) };
  return (
    <SignInList
      title={t('sessions.title')}
      description={revoke.permitted ? t('sessions.description') : revoke.reason}
      actions={
        revoke.permitted && mayBeSignedIn ? (
          <RevokeAccessButton user={user} call={calls.revokeAccess} />
        ) : null
      }
      empty={sessions === null ? unlisted : sessions.length === 0 ? none : undefined}
      label={t('sessions.listOf', { name })}
      columns={[
        t('browser'),
        t('sessions.ip'),
        t('sessions.applications'),
        t('sessions.signedIn'),
        t('sessions.lastActive'),
        t('sessions.ends'),
      ]}
    >
      {sessions?.map((session, at) => (
        <SessionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the sessions' ids stay on the server.
          key={at}
          session={session}
          browser={session.userAgent ? browserName(session.userAgent, t) : t('browser')}
        />
      ))}
    </SignInList>
  );
}

function SessionRow({ session, browser }: { session: SessionView; browser: string }) {
  return (
    <TableRow>
      <TableCell isRowHeader isFlexible phone="lead" className="font-medium">
        <bdi>{browser}</bdi>
      </TableCell>
      <TableCell phone="detail" className="text-muted whitespace-nowrap">
        {session.ip ?? '–'}
      </TableCell>
      <TableCell isTruncated className="max-w-48 text-muted">
        {session.clientIds.join(', ') || '–'}
      </TableCell>
      <TableCell className="text-muted">
        <MaybeTime value={session.signedInAt} />
      </TableCell>
      <TableCell phone="end" className="text-muted">
        <MaybeTime value={session.lastActiveAt} />
      </TableCell>
      <TableCell className="text-muted">
        <MaybeTime value={session.expiresAt} />
      </TableCell>
    </TableRow>
  );
}
