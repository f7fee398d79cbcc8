import type { ReactNode } from 'react';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { JsonBlock } from '#components/ui/json-block.tsx';
import { KeyValue, KeyValueList } from '#components/ui/key-value-list.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import { StatusDot } from '#components/ui/status-dot.tsx';
import { browserName } from '#components/users/sign-ins/browser-name.ts';
import { userAddress } from '#components/users/user-address.ts';
import type { LogEntryDetails } from '#lib/users/log-entry-view.ts';
import type { LogEventTone } from '#lib/users/log-event.ts';
import { logOfUserAddress } from './log-address.ts';

/** One entry of a log in full. */
export function LogEntry({
  entry,
  back,
  canReadLog,
}: {
  entry: LogEntryDetails;
  back: { href: string; label: string };
  /** Whether this manager reads the tenant's log, and not only that of single users. */
  canReadLog: boolean;
}) {
  return (
    <>
      <PageHeader
        back={back}
        title={entry.event}
        context={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Outcome tone={entry.tone} />
            {entry.date ? <RelativeTime value={entry.date} /> : null}
          </span>
        }
      />
      <div className="grid max-w-300 gap-x-12 gap-y-8 lg:grid-cols-2">
        <section className="min-w-0">
          <SectionHeading>Entry</SectionHeading>
          <KeyValueList>
            {entry.date ? <KeyValue name="Time">{inUtc(entry.date)}</KeyValue> : null}
            <KeyValue name="User">
              <About entry={entry} canReadLog={canReadLog} />
            </KeyValue>
            <Text name="Description" value={entry.description} />
            <Text name="Application" value={entry.clientName} />
            <Code name="Application id" value={entry.clientId} />
            <Text name="Connection" value={entry.connection} />
            <Text name="IP address" value={entry.ip} />
            <Text name="Place" value={entry.place} />
            <Text name="Browser" value={entry.userAgent && browserName(entry.userAgent)} />
            <Text name="User agent" value={entry.userAgent} />
            <Text name="Host" value={entry.hostname} />
            <Text name="Audience" value={entry.audience} />
            <Code name="Event code" value={entry.type} />
            <KeyValue name="Log id">
              <span className="inline-flex max-w-full items-center gap-1">
                <code className="font-mono text-13 wrap-anywhere">{entry.logId}</code>
                <CopyButton text={entry.logId} label="Copy log id" />
              </span>
            </KeyValue>
          </KeyValueList>
        </section>
        <section className="min-w-0">
          <SectionHeading>Raw entry</SectionHeading>
          <div className="pt-3">
            {'entry' in entry.raw ? (
              <JsonBlock label="Raw entry" copyLabel="Copy raw entry" value={entry.raw.entry} />
            ) : (
              <p className="text-14 text-muted">Not shown. {entry.raw.reason}</p>
            )}
          </div>
        </section>
      </div>
    </>
  );
}

const outcomes: Record<LogEventTone, ReactNode> = {
  done: <StatusDot tone="success">Done</StatusDot>,
  failed: <StatusDot tone="danger">Failed</StatusDot>,
  note: <StatusDot tone="neutral">Noted</StatusDot>,
};

function Outcome({ tone }: { tone: LogEventTone }) {
  return outcomes[tone];
}

function About({ entry: { user }, canReadLog }: { entry: LogEntryDetails; canReadLog: boolean }) {
  if (!user) return <span className="text-muted">Nobody</span>;
  if (user.userId === null) return <bdi>{user.name}</bdi>;
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      <Link href={userAddress(user.userId)}>
        <bdi>{user.name}</bdi>
      </Link>
      {canReadLog ? <Link href={logOfUserAddress(user.userId)}>All entries about this user</Link> : null}
    </span>
  );
}

function Text({ name, value }: { name: string; value: string | null }) {
  return value ? (
    <KeyValue name={name}>
      <bdi>{value}</bdi>
    </KeyValue>
  ) : null;
}

function Code({ name, value }: { name: string; value: string | null }) {
  return value ? (
    <KeyValue name={name}>
      <code className="font-mono text-13">{value}</code>
    </KeyValue>
  ) : null;
}

/** To the millisecond, in the one zone that everybody who compares logs has in common. */
function inUtc(date: string): string {
  const iso = new Date(date).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)} UTC`;
}
