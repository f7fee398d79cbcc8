import { PageHeader } from '#components/ui/page-header.tsx';
import { UserFormSkeleton } from '#components/users/form/user-form-skeleton.tsx';

export default function EditUserLoading() {
  return (
    <>
      <PageHeader title="Edit user" />
      <UserFormSkeleton label="Loading the form" />
    </>
  );
}
