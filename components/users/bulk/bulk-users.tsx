'use client';
import { useTranslations } from 'use-intl';
import type { BulkUser } from './bulk-action.ts';
import type { NotDone } from './use-bulk.ts';

/** More than so many names are there to be opened. */
const shownNamesMax = 10;

/** Some of the selected users under a heading that counts them; can be folded. */
export function BulkUsers({
  title,
  users,
  isOpen = users.length <= shownNamesMax,
}: {
  title: string;
  users: readonly (BulkUser | NotDone)[];
  isOpen?: boolean;
}) {
  const t = useTranslations('bulk');
  if (users.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary className="cursor-default rounded-[4px] py-0.5 text-13 font-semibold touch:py-2.5">
        {t('group', { title, count: users.length })}
      </summary>
      <ul className="flex flex-col gap-1.5 pt-1 pb-2 pl-4 text-13">
        {users.map((user) => (
          <li key={user.userId} className="wrap-anywhere">
            <bdi>{user.name}</bdi>
            {user.email && user.email !== user.name ? (
              <>
                {' '}
                <bdi className="text-muted">{user.email}</bdi>
              </>
            ) : null}
            {'sentence' in user ? <p className="text-muted">{user.sentence}</p> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
