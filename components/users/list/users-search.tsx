'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { SearchField } from '#components/ui/search-field.tsx';
import { InlineSelect } from '#components/ui/select.tsx';
import { addressOf } from '#lib/users/list/list-address.ts';
import type { UserList, UserListInput } from '#lib/users/user-view.ts';

/** Long enough not to ask the tenant for every letter, short enough to feel at once. */
const typingPauseMs = 250;

/** Searches as one types; what is searched stands in the address. */
export function UsersSearch({
  asked,
  searchableBy,
  children,
}: {
  asked: UserListInput;
  searchableBy: UserList['searchableBy'];
  /** Stands after the search, in the same line where there is room. */
  children: ReactNode;
}) {
  const t = useTranslations('list');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [text, setText] = useState(asked.search);
  const sent = useRef(asked.search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Back, forward and 'Clear search' change the address from outside.
  useEffect(() => {
    if (asked.search === sent.current) return;
    sent.current = asked.search;
    setText(asked.search);
  }, [asked.search]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search(list: UserListInput) {
    clearTimeout(timer.current);
    const isFirst = sent.current === '' || list.search === '';
    sent.current = list.search;
    const address = addressOf({ ...list, page: 1 }) as Route;
    startTransition(() =>
      isFirst ? router.push(address, { scroll: false }) : router.replace(address, { scroll: false }),
    );
  }

  return (
    <search className="min-w-0">
      <form
        className="flex flex-wrap items-center gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          search({ ...asked, search: text });
        }}
      >
        <SearchField
          label={t('searchUsers')}
          placeholder={t('searchPlaceholder')}
          name="q"
          value={text}
          aria-busy={isPending}
          className="w-80 max-w-full phone:w-full"
          onChange={(value) => {
            setText(value);
            clearTimeout(timer.current);
            timer.current = setTimeout(
              () => search({ ...asked, search: value }),
              value === '' ? 0 : typingPauseMs,
            );
          }}
        />
        {searchableBy.length > 0 ? (
          <InlineSelect
            label={t('searchBy')}
            value={asked.searchBy ?? ''}
            options={[
              { value: '', label: t('everything') },
              ...searchableBy.map(({ property, label }) => ({ value: property, label })),
            ]}
            onChange={(event) =>
              search({ ...asked, search: text, searchBy: event.currentTarget.value || undefined })
            }
          />
        ) : null}
        {children}
      </form>
    </search>
  );
}
