import type { z } from 'zod';
import { type Manager, requireScope } from '../manager.ts';
import { changeableView, viewGone, withViews } from './kept-views.ts';
import type { viewInput } from './schema-saved-views.ts';

/**
 * Deletes a view: one of the manager's own, or as an administrator a shared one. The users in it stay as they are.
 * @throws AppError 'no-role', 'not-allowed', 'not-found', 'state-unavailable'
 */
export async function deleteView(
  manager: Manager,
  { viewId }: z.output<typeof viewInput>,
): Promise<{ name: string }> {
  requireScope(manager, 'read:users');
  return withViews(async (store) => {
    const { view, owner } = await changeableView(store, manager, viewId);
    if ((await store.remove(owner, viewId)) !== 'removed') throw viewGone();
    return { name: view.name };
  });
}
