'use client';
import { type RefObject, useMemo, useRef, useState } from 'react';
import type { BulkUser } from './bulk-action.ts';
import { withTicked } from './selected-ids.ts';
import type { Selection } from './selection-context.ts';

/**
 * Who of the page is selected. Whoever is not listed any more is not selected either, so that nobody is done to
 * who is not to be seen.
 * @param root holds the bar and the list
 */
export function useSelectedUsers(
  listed: readonly BulkUser[],
  root: RefObject<HTMLElement | null>,
): { selection: Selection; select(userIds: Iterable<string>): void } {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [isBegun, setIsBegun] = useState(false);
  const anchor = useRef<string>(undefined);
  const users = useMemo(() => listed.filter(({ userId }) => ids.has(userId)), [listed, ids]);
  if (users.length < ids.size) setIds(new Set(users.map(({ userId }) => userId)));

  const selection: Selection = {
    users,
    isSelected: (userId) => ids.has(userId),
    isEverybody: users.length > 0 && users.length === listed.length,
    isSelecting: isBegun || users.length > 0,
    tick(userId, isOn, isRange) {
      const order = listed.map((user) => user.userId);
      setIds(withTicked(order, ids, { userId, isOn, anchor: isRange ? anchor.current : undefined }));
      anchor.current = userId;
    },
    tickEverybody(isOn) {
      setIds(new Set(isOn ? listed.map(({ userId }) => userId) : []));
      anchor.current = undefined;
    },
    begin: () => setIsBegun(true),
    clear() {
      setIds(new Set());
      setIsBegun(false);
      anchor.current = undefined;
      keepFocus(root);
    },
  };
  function select(userIds: Iterable<string>) {
    setIds(new Set(userIds));
    setIsBegun(false);
  }
  return { selection, select };
}

/** The bar goes with its buttons; whoever was on one of them goes on where a selection begins. */
function keepFocus(root: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) placeToGoOn(root)?.focus();
  });
}

/** Where a selection begins, as far as it is to be seen; else the heading of the page. */
export function placeToGoOn(root: RefObject<HTMLElement | null>): HTMLElement | null {
  const start = firstSeen(root, '[data-selection-start]');
  if (start) return start;
  const heading = document.querySelector('h1');
  if (heading) heading.tabIndex = -1;
  return heading;
}

/** The button of the bar that has the focus, or the bar's menu when its entry had it. */
export function openerIn(root: RefObject<HTMLElement | null>): HTMLElement | null {
  const { activeElement } = document;
  const isInside = activeElement instanceof HTMLElement && root.current?.contains(activeElement);
  return isInside ? activeElement : firstSeen(root, '[data-bulk-bar] [aria-haspopup="menu"]');
}

function firstSeen(root: RefObject<HTMLElement | null>, selector: string): HTMLElement | null {
  const all = root.current?.querySelectorAll<HTMLElement>(selector) ?? [];
  return [...all].find((element) => element.checkVisibility({ visibilityProperty: true })) ?? null;
}
