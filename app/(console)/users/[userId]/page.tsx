import type { Metadata } from 'next';
import { Suspense } from 'react';
import { TableSkeleton } from '#components/ui/skeleton.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { UserRolesSkeleton } from '#components/users/roles/user-roles-skeleton.tsx';
import { UserOverview } from '#components/users/user/user-overview.tsx';
import { UserPage, type UserTab, userTabs } from '#components/users/user/user-page.tsx';
import { UserRaw } from '#components/users/user/user-raw.tsx';
import { userIdOf } from '#components/users/user-address.ts';
import { asManager } from '#lib/session.ts';
import { getUser } from '#lib/users/get-user.ts';
import type { UserView } from '#lib/users/user-view.ts';
import {
  blockUserAction,
  deleteUserAction,
  liftBlocksAction,
  passwordResetChoiceAction,
  sendPasswordResetAction,
  sendVerificationEmailAction,
  unblockUserAction,
} from '../actions.ts';
import { RolesTab } from './roles-tab.tsx';
import { SignInTab } from './sign-in-tabs.tsx';

export const metadata: Metadata = { title: 'User' };

const calls = {
  block: blockUserAction,
  unblock: unblockUserAction,
  'lift-blocks': liftBlocksAction,
  'verify-email': sendVerificationEmailAction,
  'reset-password': sendPasswordResetAction,
  resetChoice: passwordResetChoiceAction,
  delete: deleteUserAction,
};

export default async function OneUserPage({ params, searchParams }: PageProps<'/users/[userId]'>) {
  const userId = userIdOf((await params).userId);
  const page = await asManager(async (manager) => ({
    user: await getUser(manager, userId),
    canChange: manager.scope.includes('manage:users'),
  }));
  if (!page.ok) return <ProblemPage title="User" problem={page.problem} />;
  const { user, canChange } = page.value;
  const asked = await searchParams;
  const tab = tabOf(user, asked.tab);
  return (
    <UserPage user={user} tab={tab} canChange={canChange} calls={calls}>
      {tab === 'overview' ? <UserOverview user={user} /> : null}
      {tab === 'roles' ? (
        <Suspense fallback={<UserRolesSkeleton />} key={`${asked.organizations}`}>
          <RolesTab user={user} page={pageOf(asked.organizations)} />
        </Suspense>
      ) : null}
      {tab === 'devices' || tab === 'sessions' || tab === 'multifactor' || tab === 'log' ? (
        <Suspense fallback={<TableSkeleton rows={5} columns={4} />} key={`${tab} ${asked.page}`}>
          <SignInTab user={user} tab={tab} page={pageOf(asked.page)} />
        </Suspense>
      ) : null}
      {tab === 'raw' && user.raw ? <UserRaw profile={user.raw} /> : null}
    </UserPage>
  );
}

/** The tab that the address asks for, or the first one where this manager does not have it. */
function tabOf(user: UserView, asked: unknown): UserTab {
  return userTabs(user).find(({ tab }) => tab === asked)?.tab ?? 'overview';
}

function pageOf(asked: unknown): number {
  const page = Number(asked);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
