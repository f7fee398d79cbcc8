import { PageHeader } from '#components/ui/page-header.tsx';
import { TableSkeleton } from '#components/ui/skeleton.tsx';

export default function UsersLoading() {
  return (
    <>
      <PageHeader title="Users" context=" " />
      <TableSkeleton rows={12} columns={6} hasPicture />
    </>
  );
}
