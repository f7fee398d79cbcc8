import { RecordSkeleton } from '#components/audit/record-skeleton.tsx';

export default function RecordLoading() {
  return <RecordSkeleton />;
}
