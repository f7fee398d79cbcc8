import { LogEntrySkeleton } from '#components/logs/log-entry-skeleton.tsx';

export default function LogEntryLoading() {
  return <LogEntrySkeleton back="title" />;
}
