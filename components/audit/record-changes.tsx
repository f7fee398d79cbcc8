import clsx from 'clsx';
import { Fragment } from 'react';
import type { Json } from '#lib/json.ts';
import type { RecordChange } from '#lib/users/records/record-changes.ts';
import { getTranslations } from '#messages/server.ts';

/** What stood before and what stands after, side by side; on phones one below the other. */
export async function RecordChanges({ changes }: { changes: readonly RecordChange[] }) {
  const t = await getTranslations('audit');
  return (
    <table
      {...{ role: 'table' }}
      aria-label={t('details.changed')}
      className="w-full table-fixed border-separate border-spacing-0 text-13 phone:block"
    >
      <thead {...{ role: 'rowgroup' }} className="phone:sr-only">
        <tr {...{ role: 'row' }} className="text-left text-12 text-muted">
          <HeadCell className="w-[34%]">{t('details.place')}</HeadCell>
          <HeadCell>{t('details.before')}</HeadCell>
          <HeadCell>{t('details.after')}</HeadCell>
        </tr>
      </thead>
      <tbody {...{ role: 'rowgroup' }} className="phone:block">
        {changes.map(({ place, kind, before, after }) => (
          <tr key={place} {...{ role: 'row' }} className="align-top phone:block phone:py-2">
            <th
              {...{ role: 'rowheader' }}
              scope="row"
              className="border-b border-hairline py-2 pr-4 text-left font-regular phone:block phone:border-0 phone:py-1"
            >
              <code className={clsx('font-mono text-13 wrap-anywhere', kind === 'same' && 'text-muted')}>
                <Place path={place} />
              </code>
              <span className="block text-12 text-muted">{t(`details.kind.${kind}`)}</span>
            </th>
            <Side
              label={t('details.before')}
              value={before}
              nothing={t('details.nothingThere')}
              mark={kind === 'removed' || kind === 'changed' ? 'removed' : null}
            />
            <Side
              label={t('details.after')}
              value={after}
              nothing={t(kind === 'open' ? 'details.notKnown' : 'details.nothingThere')}
              mark={kind === 'added' || kind === 'changed' ? 'added' : null}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A dotted path, which may break behind its dots. */
function Place({ path }: { path: string }) {
  return path.split('.').map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts are known by their order alone.
    <Fragment key={at}>
      {at > 0 ? '.' : null}
      {at > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}

function HeadCell({ children, className }: { children: string; className?: string }) {
  return (
    <th
      {...{ role: 'columnheader' }}
      scope="col"
      className={clsx('border-b border-hairline py-2 pr-4 font-medium', className)}
    >
      {children}
    </th>
  );
}

const marks = {
  removed: { sign: '−', surface: 'bg-danger-surface', text: 'text-danger-text' },
  added: { sign: '+', surface: 'bg-success-surface', text: 'text-success-text' },
} as const;

/** One side; what is not the same on both stands on a surface of its own, behind a sign. */
function Side({
  label,
  value,
  nothing,
  mark,
}: {
  label: string;
  value: Json | undefined;
  nothing: string;
  mark: keyof typeof marks | null;
}) {
  const { sign, surface, text } = mark ? marks[mark] : { sign: '', surface: '', text: '' };
  return (
    <td
      {...{ role: 'cell' }}
      className="border-b border-hairline py-1.5 pr-4 phone:block phone:border-0 phone:py-0.5 phone:pr-0"
    >
      <span aria-hidden="true" className="mb-0.5 block text-12 text-muted sm:hidden">
        {label}
      </span>
      <span className={clsx('flex gap-2 rounded-[4px] px-2 py-0.5', surface)}>
        {sign ? (
          <span aria-hidden="true" className={clsx('font-mono', text)}>
            {sign}
          </span>
        ) : null}
        {value === undefined ? (
          <span className="text-muted">{nothing}</span>
        ) : (
          <bdi className="font-mono whitespace-pre-wrap wrap-anywhere">{textOf(value)}</bdi>
        )}
      </span>
    </td>
  );
}

/** Texts as they are; whatever else as JSON, so that `"1"` and `1` can be told apart. */
function textOf(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value, null, 2);
  return value === '' || /^(?:true|false|null|-?\d|[[{"])/.test(value) ? JSON.stringify(value) : value;
}
