import type { Metadata } from 'next';
import { UsersList } from '#components/users/list/users-list.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { SavedViews } from '#components/users/views/saved-views.tsx';
import { asManager } from '#lib/session.ts';
import { addressOf, listOf } from '#lib/users/list/list-address.ts';
import { listUsers } from '#lib/users/list/list-users.ts';
import { listSavedViews } from '#lib/users/views/list-saved-views.ts';
import { getTranslations } from '#messages/server.ts';
import { bulkCalls } from './bulk/bulk-calls.ts';
import { userCalls } from './user-calls.ts';
import { viewCalls } from './views/view-calls.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('list');
  return { title: t('title') };
}

export default async function UsersPage({ searchParams }: PageProps<'/users'>) {
  const asked = listOf(await searchParams);
  const [page, views] = await Promise.all([
    asManager(async (manager) => ({
      list: await listUsers(manager, asked),
      canChange: manager.scope.includes('manage:users'),
      managerId: manager.user.user_id,
    })),
    asManager(async (manager) => ({
      views: await listSavedViews(manager),
      mayShare: manager.scope.includes('manage:config'),
    })),
  ]);
  const t = await getTranslations('list');
  if (!page.ok) return <ProblemPage title={t('title')} problem={page.problem} />;
  const { list, canChange, managerId } = page.value;
  return (
    <UsersList
      list={list}
      asked={asked}
      canChange={canChange}
      calls={userCalls}
      bulk={canChange ? { managerId, calls: bulkCalls } : null}
      views={
        <SavedViews
          {...(views.ok ? views.value : { views: [], mayShare: false, failure: views.problem.message })}
          calls={viewCalls}
          shown={addressOf({ ...asked, page: 1 })}
        />
      }
    />
  );
}
