import { Skeleton, SkeletonGroup } from '#components/ui/skeleton.tsx';
import type { Problem } from '#lib/errors.ts';
import type { RecordChart } from '#lib/users/records/chart-records.ts';
import type { RecordFilter } from '#lib/users/records/record-filter.ts';
import { getTranslations } from '#messages/server.ts';
import { DayChart } from './day-chart.tsx';

/** The chart of the audit page, or why it cannot be drawn; the list below does without it. */
export async function ChartSection({
  chart,
  asked,
}: {
  chart: { ok: true; value: RecordChart } | { ok: false; problem: Problem };
  asked: RecordFilter;
}) {
  const t = await getTranslations('audit');
  return (
    <section aria-label={t('chart.title')} className="mb-4 min-h-42">
      {chart.ok ? (
        <>
          <DayChart key={chart.value.days[0]?.day} days={chart.value.days} asked={asked} />
          {chart.value.counted === 'all' ? null : (
            <p className="text-12 text-muted">
              {t(chart.value.counted === 'newest-users' ? 'chart.newestUsers' : 'chart.newestRecords')}
            </p>
          )}
        </>
      ) : (
        <p className="py-2 text-13 text-muted">{t('chart.failed', { reason: chart.problem.message })}</p>
      )}
    </section>
  );
}

const heights = ['h-8', 'h-12', 'h-5', 'h-16', 'h-10', 'h-6'];

/** The chart's shape, with its height. */
export async function ChartSkeleton() {
  const t = await getTranslations('audit');
  return (
    <div className="mb-4 h-42">
      <SkeletonGroup label={t('chart.loading')}>
        <Skeleton className="h-4 w-64" />
        <div className="mt-3 flex h-24 items-end gap-1 border-b border-hairline">
          {Array.from({ length: 30 }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the shapes have no identity.
            <Skeleton key={at} className={`flex-1 ${heights[(at * 5) % heights.length]}`} />
          ))}
        </div>
      </SkeletonGroup>
    </div>
  );
}
