import type { Metadata } from 'next';
import { Suspense } from 'react';
import { TableSkeleton } from '#components/ui/skeleton.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { HeldSkeleton } from '#components/users/roles/held-skeleton.tsx';
import { UserOverview } from '#components/users/user/user-overview.tsx';
import { UserPage, userTabs } from '#components/users/user/user-page.tsx';
import { UserRaw } from '#components/users/user/user-raw.tsx';
import { userIdOf } from '#components/users/user-address.ts';
import { asManager } from '#lib/session.ts';
import { getUser } from '#lib/users/get-user.ts';
import { extentBeside, type UserTab } from '#lib/users/user-tab.ts';
import type { UserView } from '#lib/users/user-view.ts';
import { getTranslations } from '#messages/server.ts';
import { userCalls } from '../user-calls.ts';
import { HistoryTab } from './history-tab.tsx';
import { OrganizationsTab, RolesTab } from './roles-tab.tsx';
import { SignInTab } from './sign-in-tabs.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('user');
  return { title: t('title') };
}

export default async function OneUserPage({ params, searchParams }: PageProps<'/users/[userId]'>) {
  const userId = userIdOf((await params).userId);
  const asked = await searchParams;
  const page = await asManager(async (manager) => ({
    user: await getUser(manager, userId, extentBeside(asked.tab)),
    canChange: manager.scope.includes('manage:users'),
  }));
  const t = await getTranslations('user');
  if (!page.ok) return <ProblemPage title={t('title')} problem={page.problem} />;
  const { user, canChange } = page.value;
  const tab = tabOf(user, asked.tab);
  return (
    <UserPage user={user} tab={tab} canChange={canChange} calls={userCalls}>
      {tab === 'overview' ? <UserOverview user={user} /> : null}
      {tab === 'roles' || tab === 'organizations' ? (
        <Suspense fallback={<HeldSkeleton />} key={`${tab} ${asked.page}`}>
          {tab === 'roles' ? <RolesTab user={user} /> : null}
          {tab === 'organizations' ? <OrganizationsTab user={user} page={pageOf(asked.page)} /> : null}
        </Suspense>
      ) : null}
      {tab === 'devices' || tab === 'sessions' || tab === 'multifactor' || tab === 'log' ? (
        <Suspense fallback={<TableSkeleton rows={5} columns={4} />} key={`${tab} ${asked.page}`}>
          <SignInTab
            user={user}
            tab={tab}
            page={pageOf(asked.page)}
            deviceGroup={asked.tokens === 'rotating' ? 'rotating' : 'steady'}
          />
        </Suspense>
      ) : null}
      {tab === 'history' ? (
        <Suspense fallback={<TableSkeleton rows={8} columns={4} />} key={`history ${asked.from}`}>
          <HistoryTab user={user} from={typeof asked.from === 'string' ? asked.from : ''} />
        </Suspense>
      ) : null}
      {tab === 'raw' && user.raw ? <UserRaw profile={user.raw} /> : null}
    </UserPage>
  );
}

/** The tab that the address asks for, or the first one where this manager does not have it. */
function tabOf(user: UserView, asked: unknown): UserTab {
  return userTabs(user).find((tab) => tab === asked) ?? 'overview';
}

function pageOf(asked: unknown): number {
  const page = Number(asked);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
