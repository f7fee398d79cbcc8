'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState, useTransition } from 'react';
import { routeOf } from './route.ts';

/**
 * Filters that stand in the address, as they are filled in until they are asked for.
 * @param addressOf where what a filter finds is shown
 */
export function useFilters<Filter extends { text: string }>(
  asked: Filter,
  addressOf: (filter: Filter) => string,
) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [filter, setFilter] = useState(asked);
  const address = addressOf(asked);

  // Back, forward and links change the address from outside.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address stands for what is asked.
  useEffect(() => setFilter(asked), [address]);

  function search(next: Filter) {
    setFilter(next);
    startTransition(() => router.push(routeOf(addressOf(next)), { scroll: false }));
  }

  return {
    filter,
    isPending,
    /** Changes what is filled in; `isSearched`: and asks for it at once. */
    change(part: Partial<Filter>, isSearched = false) {
      const next = { ...filter, ...part };
      if (isSearched) search(next);
      else setFilter(next);
    },
    /** A text that was searched for and is emptied is asked for at once. */
    changeText(text: string) {
      const next = { ...filter, text };
      if (text === '' && asked.text !== '') search(next);
      else setFilter(next);
    },
    submit: () => search(filter),
  };
}
