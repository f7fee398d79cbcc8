import type { ReactNode } from 'react';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { KeyValue, KeyValueList } from '#components/ui/key-value-list.tsx';
import { Link } from '#components/ui/link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import { browserName } from '#components/users/sign-ins/browser-name.ts';
import { userAddress } from '#components/users/user-address.ts';
import { allRecords } from '#lib/users/records/record-filter.ts';
import type { RecordDetails } from '#lib/users/records/record-view.ts';
import { getTranslations } from '#messages/server.ts';
import { auditAddress, recordAddress, recordsOfUserAddress } from './audit-address.ts';

/** Who tried what on whom, when and from where. */
export async function RecordAttempt({ record }: { record: RecordDetails }) {
  const t = await getTranslations('audit');
  const ofBrowsers = await getTranslations('signIns');
  const { manager, user, userAgent } = record;
  return (
    <section className="min-w-0 xl:[&_dl>div]:grid-cols-[108px_minmax(0,1fr)]">
      <SectionHeading>{t('details.attempt')}</SectionHeading>
      <KeyValueList>
        <KeyValue name={t('details.time')}>
          <span className="tabular">{inUtc(record.startedAt)}</span>
        </KeyValue>
        {record.durationMs === null ? null : (
          <KeyValue name={t('details.duration')}>
            {t('details.milliseconds', { duration: record.durationMs })}
          </KeyValue>
        )}
        <KeyValue name={t('details.manager')}>
          <Person name={manager.name} href={manager.userId && userAddress(manager.userId)}>
            {manager.isSelf ? <span className="text-muted">({t('you')})</span> : null}
          </Person>
          <Link
            href={auditAddress({ ...allRecords, manager: manager.userId ?? manager.name })}
            className="mt-0.5 block w-fit text-13"
          >
            {t('details.moreBy')}
          </Link>
        </KeyValue>
        <Texts name={t('details.role')} values={manager.roles} />
        <Texts name={t('details.department')} values={manager.departments} />
        {record.ip ? <KeyValue name={t('details.ip')}>{record.ip}</KeyValue> : null}
        {userAgent ? (
          <KeyValue name={t('details.browser')}>
            {browserName(userAgent, ofBrowsers)}
            <span className="block text-12 text-muted">{userAgent}</span>
          </KeyValue>
        ) : null}
        <KeyValue name={t('details.user')}>
          {user ? (
            <>
              <Person name={user.name} href={user.isThere ? userAddress(user.userId) : null} />
              {user.isThere ? null : (
                <span className="mt-0.5 block text-13 text-muted">
                  {t(user.isGone ? 'details.gone' : 'details.unknownUser')}
                </span>
              )}
              <Link href={recordsOfUserAddress(user.userId)} className="mt-0.5 block w-fit text-13">
                {t('details.moreAbout')}
              </Link>
            </>
          ) : (
            <span className="text-muted">{t('nobody')}</span>
          )}
        </KeyValue>
        {user ? <Texts name={t('details.userDepartment')} values={user.departments} /> : null}
        {record.permits.length > 0 ? (
          <KeyValue name={t('details.permits')}>
            <code className="font-mono text-13">{record.permits.join(', ')}</code>
          </KeyValue>
        ) : null}
        {record.undoes ? (
          <KeyValue name={t('details.undoes')}>
            <Link href={recordAddress(record.undoes)}>{t('details.undoneRecord')}</Link>
          </KeyValue>
        ) : null}
        {record.resolvedAt ? (
          <KeyValue name={t('details.resolved')}>
            {t('details.resolvedMeans')} <RelativeTime value={record.resolvedAt} />
          </KeyValue>
        ) : null}
        <Code name={t('details.requestId')} value={record.requestId} copy={t('details.copyRequestId')} />
        <Code name={t('details.recordId')} value={record.recordId} copy={t('details.copyRecordId')} />
        <KeyValue name={t('details.tenant')}>{record.tenant}</KeyValue>
      </KeyValueList>
    </section>
  );
}

function Person({ name, href, children }: { name: string; href: string | null; children?: ReactNode }) {
  return (
    <span className="flex flex-wrap gap-x-1.5">
      {href ? (
        <Link href={href}>
          <bdi>{name}</bdi>
        </Link>
      ) : (
        <bdi>{name}</bdi>
      )}
      {children}
    </span>
  );
}

function Texts({ name, values }: { name: string; values: readonly string[] }) {
  if (values.length === 0) return null;
  return (
    <KeyValue name={name}>
      <bdi>{values.join(', ')}</bdi>
    </KeyValue>
  );
}

function Code({ name, value, copy }: { name: string; value: string; copy: string }) {
  return (
    <KeyValue name={name}>
      <span className="inline-flex max-w-full items-center gap-1">
        <code className="font-mono text-13 wrap-anywhere">{value}</code>
        <CopyButton text={value} label={copy} />
      </span>
    </KeyValue>
  );
}

/** To the millisecond, in the one zone that everybody who compares records has in common. */
function inUtc(date: string): string {
  const iso = new Date(date).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)} UTC`;
}
