import { PageHeader } from '#components/ui/page-header.tsx';
import { TableSkeleton } from '#components/ui/skeleton.tsx';

export default function LogLoading() {
  return (
    <>
      <PageHeader title="Log" context=" " />
      <TableSkeleton rows={14} columns={5} />
    </>
  );
}
