import type { ReactNode } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { LinkTabs } from '#components/ui/link-tabs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { UserActionCalls } from '#components/users/actions/use-user-action.ts';
import { userActionSections } from '#components/users/actions/user-action.ts';
import { UserActions } from '#components/users/actions/user-actions.tsx';
import { editUserAddress, userAddress } from '#components/users/user-address.ts';
import { UserStatusDot } from '#components/users/user-status-dot.tsx';
import type { FormPart } from '#lib/users/form/user-form.ts';
import { type UserTab, userTabNames } from '#lib/users/user-tab.ts';
import type { UserView } from '#lib/users/user-view.ts';
import { getTranslations } from '#messages/server.ts';

/** The tabs that this manager has of a user. */
export function userTabs({ permitted, raw }: UserView): UserTab[] {
  const seesDevices = permitted['read:devices'].permitted;
  const seesRoles = permitted['read:roles'].permitted;
  const isThere: Record<UserTab, boolean> = {
    overview: true,
    devices: seesDevices,
    sessions: seesDevices,
    multifactor: seesDevices,
    log: permitted['read:logs'].permitted,
    roles: seesRoles,
    organizations: seesRoles,
    history: true,
    raw: raw !== null,
  };
  return userTabNames.filter((tab) => isThere[tab]);
}

const editable: FormPart[] = ['change:profile', 'change:email', 'change:username', 'change:password'];

/** The head of a user's page and the tabs below it; the tab that is open comes as children. */
export async function UserPage({
  user,
  tab,
  canChange,
  calls,
  children,
}: {
  user: UserView;
  tab: UserTab;
  canChange: boolean;
  calls: UserActionCalls;
  children: ReactNode;
}) {
  const t = await getTranslations('user');
  const tActions = await getTranslations('userActions');
  const overview = userAddress(user.userId);
  const addressOf = (one: UserTab) => (one === 'overview' ? overview : `${overview}?tab=${one}`);
  return (
    <>
      <PageHeader
        back={{ href: '/users', label: t('users') }}
        leading={<Avatar name={user.displayName} seed={user.userId} pictureUrl={user.picture} size="large" />}
        title={user.displayName}
        context={<Summary user={user} />}
        actions={
          canChange ? (
            <>
              <UserActions
                user={{ userId: user.userId, name: user.displayName, email: user.email }}
                sections={userActionSections(user, tActions)}
                calls={calls}
              />
              <EditButton user={user} />
            </>
          ) : null
        }
      />
      <LinkTabs
        label={t('parts')}
        tabs={userTabs(user).map((one) => ({ href: addressOf(one), label: t(`tabs.${one}`) }))}
        currentHref={addressOf(tab)}
      />
      {children}
    </>
  );
}

async function Summary({ user }: { user: UserView }) {
  const t = await getTranslations('user');
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {user.email ? (
        <span className="inline-flex min-w-0 items-center gap-1">
          <bdi className="wrap-anywhere">{user.email}</bdi>
          <CopyButton text={user.email} label={t('copyEmail')} />
        </span>
      ) : null}
      <UserStatusDot status={user.status} />
      {user.memberships.length > 0 ? (
        <span className="inline-flex flex-wrap gap-1">
          <span className="sr-only">{user.membershipsLabel}: </span>
          {user.memberships.map((membership) => (
            <Tag key={membership}>{membership}</Tag>
          ))}
        </span>
      ) : null}
    </span>
  );
}

/** Leads to the form; where no part of it may be changed it says why instead. */
async function EditButton({ user }: { user: UserView }) {
  const t = await getTranslations('user');
  const refusals = editable.map((part) => user.permitted[part]);
  const refusal = refusals.every((part) => !part.permitted)
    ? refusals.find((part) => !part.permitted)
    : undefined;
  if (refusal && !refusal.permitted) {
    return <p className="max-w-80 text-13 text-muted">{refusal.reason}</p>;
  }
  return (
    <LinkButton href={editUserAddress(user.userId)} variant="primary">
      {t('edit')}
    </LinkButton>
  );
}
