import type { Metadata } from 'next';
import { PageHeader } from '#components/ui/page-header.tsx';
import { CreateUserForm } from '#components/users/form/create-user-form.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { createUserForm } from '#lib/users/form.ts';
import { checkCreateFormAction, createUserAction } from '../actions.ts';

export const metadata: Metadata = { title: 'New user' };

export default async function NewUserPage() {
  const form = await asManager(createUserForm);
  if (!form.ok) return <ProblemPage title="New user" problem={form.problem} />;
  return (
    <>
      <PageHeader title="New user" back={{ href: '/users', label: 'Users' }} />
      <CreateUserForm form={form.value} createUser={createUserAction} checkForm={checkCreateFormAction} />
    </>
  );
}
