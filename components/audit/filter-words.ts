import { dayText } from '#components/ui/day-text.ts';
import { type RecordOutcome, recordActions, recordOutcomes } from '#lib/audit/record.ts';
import { allRecords, type RecordFilter } from '#lib/users/records/record-filter.ts';
import type { Translate } from '#messages/catalogue.ts';

/** One part of a filter in words, and what of the filter to change to be rid of it. */
export interface FilterInUse {
  name: string;
  value: string;
  without: Partial<RecordFilter>;
}

/** The parts of a filter that narrow anything, in words. */
export function filtersInUse(filter: RecordFilter, t: Translate<'audit'>, locale: string): FilterInUse[] {
  const { text, manager, user, department } = filter;
  const all: FilterInUse[] = [
    { name: t('textLabel'), value: text, without: { text: '' } },
    { name: t('actionLabel'), value: actionIn(filter, t), without: { action: '' } },
    { name: t('outcomeLabel'), value: outcomeIn(filter, t), without: { outcome: '' } },
    {
      name: t('timeLabel'),
      value: timeIn(filter, t, locale),
      without: { period: 'any', since: '', until: '' },
    },
    { name: t('managerLabel'), value: manager, without: { manager: '' } },
    { name: t('userLabel'), value: user, without: { user: '' } },
    { name: t('departmentLabel'), value: department, without: { department: '' } },
  ];
  return all.filter(({ value }) => value !== '');
}

function actionIn({ action }: RecordFilter, t: Translate<'audit'>): string {
  if (action === 'changes') return t('allChanges');
  if (action === 'looks') return t('allLooks');
  const known = recordActions.find((one) => one === action);
  return known ? t(`action.${known}`) : '';
}

function outcomeIn({ outcome }: RecordFilter, t: Translate<'audit'>): string {
  const known: RecordOutcome | undefined = recordOutcomes.find((one) => one === outcome);
  return known ? t(`outcome.${known}`) : '';
}

function timeIn({ period, since, until }: RecordFilter, t: Translate<'audit'>, locale: string): string {
  if (period === allRecords.period) return '';
  if (period !== 'days') return t(`period.${period}`);
  const [from, to] = [since, until].map((day) => day && dayText(day, locale));
  if (from && to) return from === to ? from : t('fromTo', { since: from, until: to });
  if (from) return t('fromDay', { day: from });
  return to ? t('toDay', { day: to }) : '';
}
