'use client';
import { useState } from 'react';
import type { SavedView } from '#lib/users/views/saved-view.ts';

/** Where nobody has opened anything. */
const plainList = '/users';

/**
 * The view whose list is shown; else the one that was shown last and from which search, filters or sorting have been
 * changed since.
 */
export function useOpenView(
  views: readonly SavedView[],
  shown: string,
): { open?: SavedView; changed?: SavedView; canSave: boolean } {
  const open = views.find(({ address }) => address === shown);
  const [lastId, setLastId] = useState(open?.viewId);
  const nowId = open?.viewId ?? (shown === plainList ? undefined : lastId);
  if (nowId !== lastId) setLastId(nowId);
  const canSave = !open && shown !== plainList;
  return { open, changed: open ? undefined : views.find(({ viewId }) => viewId === nowId), canSave };
}
