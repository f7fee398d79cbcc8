'use client';
import { useTranslations } from 'use-intl';
import { Menu } from '#components/ui/menu.tsx';
import { allRecords, isNarrowing, type RecordFilter } from '#lib/users/records/record-filter.ts';
import { recordsExportAddress } from './audit-address.ts';

/** The files in which what is listed can be had; an Administrator can have the whole trail with its hashes. */
export function ExportMenu({ asked, isNarrowed }: { asked: RecordFilter; isNarrowed: boolean }) {
  const t = useTranslations('audit');
  const whole = { id: 'whole', label: t('exportWhole') };
  const addresses: Record<string, string> = {
    csv: recordsExportAddress(asked, 'csv'),
    jsonl: recordsExportAddress(asked, 'jsonl'),
    whole: recordsExportAddress(allRecords, 'jsonl'),
  };
  return (
    <Menu
      label={t('exportAs')}
      sections={[
        {
          id: 'listed',
          items: [
            { id: 'csv', label: t('exportCsv') },
            { id: 'jsonl', label: t('exportJsonLines') },
            ...(!isNarrowed && isNarrowing(asked) ? [whole] : []),
          ],
        },
      ]}
      // A file is downloaded; the page stays.
      onAction={(id) => location.assign(addresses[id] ?? '')}
    >
      {t('export')}
    </Menu>
  );
}
