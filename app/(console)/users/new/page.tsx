import type { Metadata } from 'next';
import { PageHeader } from '#components/ui/page-header.tsx';
import { CreateUserForm } from '#components/users/form/create-user-form.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { createUserForm } from '#lib/users/form/form.ts';
import { getTranslations } from '#messages/server.ts';
import { checkCreateFormAction, createUserAction, inviteUserAction } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('form');
  return { title: t('newUser') };
}

export default async function NewUserPage() {
  const t = await getTranslations('form');
  const form = await asManager(createUserForm);
  if (!form.ok) return <ProblemPage title={t('newUser')} problem={form.problem} />;
  return (
    <>
      <PageHeader title={t('newUser')} back={{ href: '/users', label: t('users') }} />
      <CreateUserForm
        form={form.value}
        createUser={createUserAction}
        inviteUser={inviteUserAction}
        checkForm={checkCreateFormAction}
      />
    </>
  );
}
