import type { Metadata } from 'next';
import { PageHeader } from '#components/ui/page-header.tsx';
import { EditUserForm } from '#components/users/form/edit-user-form.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { userAddress, userIdOf } from '#components/users/user-address.ts';
import { asManager } from '#lib/session.ts';
import { editUserForm } from '#lib/users/form/form.ts';
import { getTranslations } from '#messages/server.ts';
import { checkEditFormAction, updateUserAction } from '../../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('form');
  return { title: t('editUser') };
}

export default async function EditUserPage({ params }: PageProps<'/users/[userId]/edit'>) {
  const userId = userIdOf((await params).userId);
  const t = await getTranslations('form');
  const form = await asManager((manager) => editUserForm(manager, userId));
  if (!form.ok) return <ProblemPage title={t('editUser')} problem={form.problem} />;
  const { displayName } = form.value;
  return (
    <>
      <PageHeader
        title={t('editOf', { name: displayName })}
        back={{ href: userAddress(userId), label: displayName }}
      />
      <EditUserForm form={form.value} updateUser={updateUserAction} checkForm={checkEditFormAction} />
    </>
  );
}
