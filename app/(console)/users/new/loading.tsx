import { PageHeader } from '#components/ui/page-header.tsx';
import { UserFormSkeleton } from '#components/users/form/user-form-skeleton.tsx';

export default function NewUserLoading() {
  return (
    <>
      <PageHeader title="New user" back={{ label: 'Users' }} />
      <UserFormSkeleton label="Loading the form" />
    </>
  );
}
