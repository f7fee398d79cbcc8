import { PageHeader } from '#components/ui/page-header.tsx';
import { TableSkeleton } from '#components/ui/skeleton.tsx';

export default function HooksLoading() {
  return (
    <>
      <PageHeader title="Hooks" context=" " />
      <TableSkeleton rows={6} columns={4} />
    </>
  );
}
