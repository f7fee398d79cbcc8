import type { ReactNode } from 'react';
import { Banner, type BannerTone } from '#components/ui/banner.tsx';
import { JsonBlock } from '#components/ui/json-block.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import type { RecordDetails } from '#lib/users/records/record-view.ts';
import { getTranslations } from '#messages/server.ts';
import { OutcomeDot } from './outcome-dot.tsx';
import { RecordAttempt } from './record-attempt.tsx';
import { RecordChanges } from './record-changes.tsx';

/** One record in full. */
export async function RecordPage({
  record,
  actions,
}: {
  record: RecordDetails;
  /** What can be done about it, such as to undo it; stands at the top. */
  actions?: ReactNode;
}) {
  const t = await getTranslations('audit');
  return (
    <>
      <PageHeader
        back={{ href: '/audit', label: t('title') }}
        title={t(`action.${record.action}`)}
        context={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <OutcomeDot outcome={record.outcome}>{t(`outcome.${record.outcome}`)}</OutcomeDot>
            {record.user ? <bdi>{record.user.name}</bdi> : null}
            <RelativeTime value={record.startedAt} />
          </span>
        }
        actions={actions}
      />
      <div className="grid max-w-320 gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(300px,380px)]">
        <div className="flex min-w-0 flex-col gap-8">
          <Outcome record={record} />
          <Changes record={record} />
          <Sent record={record} />
          <Hooks record={record} />
        </div>
        <RecordAttempt record={record} />
      </div>
    </>
  );
}

const tones: Partial<Record<RecordDetails['outcome'], BannerTone>> = {
  refused: 'warning',
  failed: 'danger',
  partly: 'warning',
  unknown: 'warning',
  open: 'info',
};

async function Outcome({ record }: { record: RecordDetails }) {
  const t = await getTranslations('audit');
  const { outcome, reason, saved, notSaved, withheld } = record;
  const tone = tones[outcome];
  return (
    <>
      {tone ? (
        <Banner tone={tone} title={t(`outcomeMeans.${outcome}`)}>
          {reason?.hook ? <p className="text-muted">{t('refusedByHook', { hook: reason.hook })}</p> : null}
          {reason ? (
            <p>{reason.sentence ? <bdi>{reason.sentence}</bdi> : t('details.sentenceWithheld')}</p>
          ) : null}
          <Parts title={t('details.saved')} parts={saved} />
          <Parts title={t('details.notSaved')} parts={notSaved} />
        </Banner>
      ) : null}
      {withheld ? <Banner tone="info" title={t(`details.withheld.${withheld}`)} /> : null}
    </>
  );
}

function Parts({ title, parts }: { title: string; parts: readonly string[] }) {
  if (parts.length === 0) return null;
  return (
    <div className="mt-2">
      <p className="font-medium">{title}</p>
      <ul className="list-disc pl-5">
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </div>
  );
}

async function Changes({ record: { changes, withheld } }: { record: RecordDetails }) {
  const t = await getTranslations('audit');
  return (
    <section className="min-w-0">
      <SectionHeading>{t('details.changed')}</SectionHeading>
      {changes.length > 0 ? (
        <RecordChanges changes={changes} />
      ) : (
        <p className="py-3 text-14 text-muted">
          {t(withheld ? 'details.noChangeKnown' : 'details.noChange')}
        </p>
      )}
    </section>
  );
}

const sentOutcomes: readonly string[] = ['done', 'partly', 'unknown'];

async function Sent({ record: { payload, bodies, outcome } }: { record: RecordDetails }) {
  const t = await getTranslations('audit');
  const bodyTitle = (at: number) => {
    if (!sentOutcomes.includes(outcome)) return t('details.bodyNotSent');
    return bodies.length > 1 ? t('details.bodyOf', { at: at + 1, count: bodies.length }) : t('details.body');
  };
  return (
    <>
      {payload ? (
        <section className="min-w-0">
          <SectionHeading>{t('details.payload')}</SectionHeading>
          <div className="pt-3">
            <JsonBlock label={t('details.payload')} copyLabel={t('details.copyPayload')} value={payload} />
          </div>
        </section>
      ) : null}
      {bodies.map((body, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bodies are known by their order alone.
        <section key={at} className="min-w-0">
          <SectionHeading>{bodyTitle(at)}</SectionHeading>
          <div className="pt-3">
            <JsonBlock label={bodyTitle(at)} copyLabel={t('details.copyBody')} value={body} />
          </div>
        </section>
      ))}
    </>
  );
}

async function Hooks({ record: { hookVersions } }: { record: RecordDetails }) {
  const t = await getTranslations('audit');
  if (hookVersions.length === 0) return null;
  return (
    <section className="min-w-0">
      <SectionHeading description={t('details.hooksMeans')}>{t('details.hooks')}</SectionHeading>
      <ul className="flex flex-col gap-1 pt-3 text-13">
        {hookVersions.map(({ hook, version }) => (
          <li key={hook} className="flex flex-wrap gap-x-3">
            <span className="w-28 font-medium">{hook}</span>
            <code className="min-w-0 font-mono text-12 wrap-anywhere text-muted">{version}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
