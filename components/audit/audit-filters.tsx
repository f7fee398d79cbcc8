'use client';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { DayRange, FilterForm } from '#components/ui/filter-form.tsx';
import { ChevronDownIcon } from '#components/ui/icons.tsx';
import { InlineInput } from '#components/ui/inline-input.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { InlineSelect } from '#components/ui/select.tsx';
import { useFilters } from '#components/ui/use-filters.ts';
import { recordOutcomes } from '#lib/audit/record.ts';
import { changeActions, lookActions } from '#lib/users/records/record-actions.ts';
import { type RecordFilter, recordPeriods } from '#lib/users/records/record-filter.ts';
import { auditAddress } from './audit-address.ts';

/** What of the trail is shown; it stands in the address. The fields open below the search. */
export function AuditFilters({ asked }: { asked: RecordFilter }) {
  const t = useTranslations('audit');
  const fieldsId = useId();
  const filters = useFilters(asked, auditAddress);
  const { filter, isPending, change } = filters;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <FilterForm filters={filters}>
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          value={filter.text}
          className="w-80 max-w-full phone:w-full"
          onChange={filters.changeText}
        />
        <Button
          aria-expanded={isOpen}
          aria-controls={fieldsId}
          onClick={() => setIsOpen(!isOpen)}
          className="phone:flex-1"
        >
          {t('filter')}
          <ChevronDownIcon className={isOpen ? '-mr-1 rotate-180' : '-mr-1'} />
        </Button>
      </div>
      <div
        id={fieldsId}
        hidden={!isOpen}
        className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-3 border-y border-hairline py-3 phone:flex-col phone:items-stretch phone:[&_input]:w-full phone:[&_select]:w-full phone:[&_span:has(>label)]:grid phone:[&_span:has(>label)]:grid-cols-[96px_minmax(0,1fr)]"
      >
        <InlineSelect
          label={t('actionLabel')}
          value={filter.action}
          options={[
            { value: '', label: t('everyAction') },
            { value: 'changes', label: t('allChanges'), group: t('changes') },
            ...changeActions.map((action) => ({
              value: action,
              label: t(`action.${action}`),
              group: t('changes'),
            })),
            { value: 'looks', label: t('allLooks'), group: t('looks') },
            ...lookActions.map((action) => ({
              value: action,
              label: t(`action.${action}`),
              group: t('looks'),
            })),
          ]}
          onChange={(event) => change({ action: event.currentTarget.value })}
        />
        <InlineSelect
          label={t('outcomeLabel')}
          value={filter.outcome}
          options={[
            { value: '', label: t('everyOutcome') },
            ...recordOutcomes.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) })),
          ]}
          onChange={(event) => change({ outcome: event.currentTarget.value })}
        />
        <InlineSelect
          label={t('timeLabel')}
          value={filter.period}
          options={recordPeriods.map((period) => ({ value: period, label: t(`period.${period}`) }))}
          onChange={(event) => {
            const period = recordPeriods.find((one) => one === event.currentTarget.value);
            change({ period: period ?? 'any' });
          }}
        />
        {filter.period === 'days' ? (
          <div className="flex flex-wrap items-center gap-3 phone:flex-col phone:items-stretch">
            <DayRange
              labels={{ from: t('from'), to: t('to'), note: t('daysInUtc') }}
              since={filter.since}
              until={filter.until}
              onChange={change}
            />
          </div>
        ) : null}
        <InlineInput
          label={t('managerLabel')}
          placeholder={t('nameOrId')}
          value={filter.manager}
          onChange={(manager) => change({ manager })}
        />
        <InlineInput
          label={t('userLabel')}
          placeholder={t('nameOrId')}
          value={filter.user}
          onChange={(user) => change({ user })}
        />
        <InlineInput
          label={t('departmentLabel')}
          value={filter.department}
          onChange={(department) => change({ department })}
        />
        <Button type="submit" isPending={isPending}>
          {t('apply')}
        </Button>
      </div>
    </FilterForm>
  );
}
