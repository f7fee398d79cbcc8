import type { z } from 'zod';
import { everybody } from '#lib/state/saved-views.ts';
import { type Manager, requireScope } from '../manager.ts';
import {
  changeableView,
  nameTaken,
  requireSharing,
  tooManyViews,
  viewGone,
  withViews,
} from './kept-views.ts';
import type { shareViewInput } from './schema-saved-views.ts';

/**
 * Makes one of an administrator's views everybody's, or one of everybody's the administrator's own. A shared view
 * holds an address and nothing else, so that everybody sees in it whom they may see.
 * @throws AppError 'no-role'; 'not-allowed' for everybody but administrators; 'not-found', 'already-taken',
 * 'invalid-input' for one view too many, 'state-unavailable'
 */
export async function shareView(
  manager: Manager,
  { viewId, isShared }: z.output<typeof shareViewInput>,
): Promise<{ isShared: boolean }> {
  requireScope(manager, 'read:users');
  requireSharing(manager);
  return withViews(async (store) => {
    const { view, owner: from } = await changeableView(store, manager, viewId);
    const to = isShared ? everybody : manager.user.user_id;
    if (from === to) return { isShared };
    const given = await store.give(viewId, from, to);
    if (given === 'name-taken') throw nameTaken(to, view.name);
    if (given === 'too-many') throw tooManyViews(to);
    if (given === 'gone') throw viewGone();
    return { isShared };
  });
}
