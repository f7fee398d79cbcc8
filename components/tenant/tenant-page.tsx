import { KeyValue, KeyValueList } from '#components/ui/key-value-list.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import { StatusDot, type StatusTone } from '#components/ui/status-dot.tsx';
import type { CallsView, TenantLimitsView } from '#lib/users/tenant-limits-view.ts';
import { getTranslations } from '#messages/server.ts';
import { TenantFaults } from './tenant-faults.tsx';
import { TenantGroups } from './tenant-groups.tsx';

const tones: Record<CallsView['state'], StatusTone> = {
  closed: 'success',
  open: 'danger',
  probing: 'warning',
};

/** The calls to the tenant: what is left of the budget, who waits, whether it answers. */
export async function TenantPage({ limits }: { limits: TenantLimitsView }) {
  const t = await getTranslations('tenant');
  const { tenant, isShared, budget, waiting, refused, calls, groups, faults } = limits;
  const isNobodyWaiting = waiting.read + waiting.write + waiting.bulk === 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        context={t('context', { tenant })}
        actions={<LinkButton href="/tenant">{t('reload')}</LinkButton>}
      />
      <div className="flex max-w-180 flex-col gap-8">
        <section aria-labelledby="budget">
          <SectionHeading
            id="budget"
            description={budget ? t(isShared ? 'budgetShared' : 'budgetAlone') : null}
          >
            {t('budget')}
          </SectionHeading>
          {budget ? null : <p className="pt-3 text-14 text-muted">{t('noLimit')}</p>}
          <KeyValueList>
            {budget ? (
              <>
                <KeyValue name={t('left')}>
                  <span className="tabular-nums">{t('leftOf', budget)}</span>
                </KeyValue>
                <KeyValue name={t('rate')}>{t('perSecond', { rate: budget.perSecond })}</KeyValue>
              </>
            ) : null}
            <KeyValue name={t('waiting')}>
              {isNobodyWaiting ? t('nobodyWaits') : t('waitingFor', waiting)}
            </KeyValue>
            <KeyValue name={t('refused')}>
              <span className="tabular-nums">{refused}</span>
            </KeyValue>
          </KeyValueList>
        </section>
        <section aria-labelledby="health">
          <SectionHeading id="health" description={t('healthOfServer')}>
            {t('health')}
          </SectionHeading>
          <KeyValueList>
            {calls.map(({ kind, state, faultsInARow, nextAttemptInSeconds }) => (
              <KeyValue key={kind} name={t(`kinds.${kind}`)}>
                <StatusDot tone={tones[state]}>
                  {t(`states.${state}`, { faults: faultsInARow, seconds: nextAttemptInSeconds ?? 0 })}
                </StatusDot>
              </KeyValue>
            ))}
          </KeyValueList>
        </section>
        <section aria-labelledby="limits">
          <SectionHeading id="limits" description={groups.length > 0 ? t('limitsAbout') : null}>
            {t('limits')}
          </SectionHeading>
          <TenantGroups groups={groups} />
        </section>
        <section aria-labelledby="faults">
          <SectionHeading id="faults">{t('faults')}</SectionHeading>
          <TenantFaults faults={faults} />
        </section>
      </div>
    </>
  );
}
