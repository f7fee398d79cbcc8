'use client';
import { useTranslations } from 'use-intl';
import type { Json } from '#lib/json.ts';

/** Values that stand and that will stand, one below the other for each thing. */
export function DifferenceTable({
  label,
  nowLabel,
  afterLabel,
  differences,
}: {
  label: string;
  nowLabel: string;
  afterLabel: string;
  differences: readonly { label: string; now: Json; after: Json }[];
}) {
  const t = useTranslations('undo');
  const textOf = useValueText();
  return (
    <table
      {...{ role: 'table' }}
      aria-label={label}
      className="w-full table-fixed border-separate border-spacing-0 text-13"
    >
      <thead {...{ role: 'rowgroup' }}>
        <tr {...{ role: 'row' }} className="text-left text-12 text-muted">
          {[t('what'), nowLabel, afterLabel].map((head) => (
            <th
              key={head}
              {...{ role: 'columnheader' }}
              scope="col"
              className="border-b border-hairline py-1.5 pr-3 font-medium"
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...{ role: 'rowgroup' }}>
        {differences.map(({ label: what, now, after }) => (
          <tr key={what} {...{ role: 'row' }} className="align-top">
            <th
              {...{ role: 'rowheader' }}
              scope="row"
              className="border-b border-hairline py-2 pr-3 text-left font-regular wrap-anywhere"
            >
              {what === 'blocked' ? t('blocked') : what}
            </th>
            <td {...{ role: 'cell' }} className="border-b border-hairline py-2 pr-3 wrap-anywhere text-muted">
              <bdi>{textOf(now)}</bdi>
            </td>
            <td
              {...{ role: 'cell' }}
              className="border-b border-hairline py-2 pr-3 font-medium wrap-anywhere"
            >
              <bdi>{textOf(after)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How a stored value is read to people. */
export function useValueText(): (value: Json) => string {
  const t = useTranslations('undo');
  const textOf = (value: Json): string => {
    if (value === null || value === '') return t('nothingThere');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (Array.isArray(value) && value.length === 0) return t('nothingThere');
    if (Array.isArray(value)) return value.map(textOf).join(', ');
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return textOf;
}
