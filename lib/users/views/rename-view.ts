import type { z } from 'zod';
import { type Manager, requireScope } from '../manager.ts';
import { changeableView, nameTaken, viewGone, viewName, withViews } from './kept-views.ts';
import type { renameViewInput } from './schema-saved-views.ts';

/**
 * Gives a view another name: one of the manager's own, or as an administrator a shared one.
 * @throws AppError 'no-role', 'not-allowed', 'not-found'; 'invalid-input' for a name that cannot be kept;
 * 'already-taken', 'state-unavailable'
 */
export async function renameView(
  manager: Manager,
  { viewId, name: typed }: z.output<typeof renameViewInput>,
): Promise<{ name: string }> {
  requireScope(manager, 'read:users');
  const name = viewName(typed);
  return withViews(async (store) => {
    const { owner } = await changeableView(store, manager, viewId);
    const changed = await store.change(owner, viewId, { name });
    if (changed === 'name-taken') throw nameTaken(owner, name);
    if (changed === 'gone') throw viewGone();
    return { name };
  });
}
