import { LogEntrySkeleton } from '#components/logs/log-entry-skeleton.tsx';

export default function UserLogEntryLoading() {
  return <LogEntrySkeleton back="user" />;
}
