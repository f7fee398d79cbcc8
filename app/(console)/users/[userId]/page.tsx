import type { Metadata } from 'next';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { UserOverview } from '#components/users/user/user-overview.tsx';
import { UserPage } from '#components/users/user/user-page.tsx';
import { UserRaw } from '#components/users/user/user-raw.tsx';
import { userIdOf } from '#components/users/user-address.ts';
import { asManager } from '#lib/session.ts';
import { getUser } from '#lib/users/get-user.ts';
import {
  blockUserAction,
  deleteUserAction,
  liftBlocksAction,
  passwordResetChoiceAction,
  sendPasswordResetAction,
  sendVerificationEmailAction,
  unblockUserAction,
} from '../actions.ts';

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
  const tab = (await searchParams).tab === 'raw' && user.raw ? 'raw' : 'overview';
  return (
    <UserPage user={user} tab={tab} canChange={canChange} calls={calls}>
      {tab === 'raw' && user.raw ? <UserRaw profile={user.raw} /> : <UserOverview user={user} />}
    </UserPage>
  );
}
