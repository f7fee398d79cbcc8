import { CopyButton } from '#components/ui/copy-button.tsx';
import { JsonBlock } from '#components/ui/json-block.tsx';
import { KeyValue, KeyValueList } from '#components/ui/key-value-list.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import { StatusDot, type StatusTone } from '#components/ui/status-dot.tsx';
import { browserName } from '#components/users/sign-ins/browser-name.ts';
import { userAddress } from '#components/users/user-address.ts';
import type { LogEntryDetails } from '#lib/users/log/log-entry-view.ts';
import type { LogEventTone } from '#lib/users/log/log-event.ts';
import { getTranslations } from '#messages/server.ts';
import { logOfUserAddress } from './log-address.ts';

/** One entry of a log in full. */
export async function LogEntry({
  entry,
  back,
  canReadLog,
}: {
  entry: LogEntryDetails;
  back: { href: string; label: string };
  /** Whether this manager reads the tenant's log, and not only that of single users. */
  canReadLog: boolean;
}) {
  const t = await getTranslations('logs');
  const signIns = await getTranslations('signIns');
  return (
    <>
      <PageHeader
        back={back}
        title={entry.event}
        context={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <StatusDot tone={dots[entry.tone]}>{t(`tones.${entry.tone}`)}</StatusDot>
            {entry.date ? <RelativeTime value={entry.date} /> : null}
          </span>
        }
      />
      <div className="grid max-w-300 gap-x-12 gap-y-8 lg:grid-cols-2">
        <section className="min-w-0">
          <SectionHeading>{t('entryHeading')}</SectionHeading>
          <KeyValueList>
            {entry.date ? <KeyValue name={t('facts.time')}>{inUtc(entry.date)}</KeyValue> : null}
            <KeyValue name={t('facts.user')}>
              <About entry={entry} canReadLog={canReadLog} />
            </KeyValue>
            <Text name={t('facts.description')} value={entry.description} />
            <Text name={t('facts.application')} value={entry.clientName} />
            <Code name={t('facts.applicationId')} value={entry.clientId} />
            <Text name={t('facts.connection')} value={entry.connection} />
            <Text name={t('facts.ip')} value={entry.ip} />
            <Text name={t('facts.place')} value={entry.place} />
            <Text
              name={t('facts.browser')}
              value={entry.userAgent && browserName(entry.userAgent, signIns)}
            />
            <Text name={t('facts.userAgent')} value={entry.userAgent} />
            <Text name={t('facts.host')} value={entry.hostname} />
            <Text name={t('facts.audience')} value={entry.audience} />
            <Code name={t('facts.code')} value={entry.type} />
            <KeyValue name={t('facts.logId')}>
              <span className="inline-flex max-w-full items-center gap-1">
                <code className="font-mono text-13 wrap-anywhere">{entry.logId}</code>
                <CopyButton text={entry.logId} label={t('copyLogId')} />
              </span>
            </KeyValue>
          </KeyValueList>
        </section>
        <section className="min-w-0">
          <SectionHeading>{t('rawEntry')}</SectionHeading>
          <div className="pt-3">
            {'entry' in entry.raw ? (
              <JsonBlock label={t('rawEntry')} copyLabel={t('copyRawEntry')} value={entry.raw.entry} />
            ) : (
              <p className="text-14 text-muted">{t('rawNotShown', { reason: entry.raw.reason })}</p>
            )}
          </div>
        </section>
      </div>
    </>
  );
}

const dots: Record<LogEventTone, StatusTone> = { done: 'success', failed: 'danger', note: 'neutral' };

async function About({ entry: { user }, canReadLog }: { entry: LogEntryDetails; canReadLog: boolean }) {
  const t = await getTranslations('logs');
  if (!user) return <span className="text-muted">{t('nobody')}</span>;
  if (user.userId === null) return <bdi>{user.name}</bdi>;
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      <Link href={userAddress(user.userId)}>
        <bdi>{user.name}</bdi>
      </Link>
      {canReadLog ? <Link href={logOfUserAddress(user.userId)}>{t('aboutThisUser')}</Link> : null}
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
