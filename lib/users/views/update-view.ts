import type { z } from 'zod';
import { type Manager, requireScope } from '../manager.ts';
import { changeableView, viewAddress, viewGone, withViews } from './kept-views.ts';
import type { updateViewInput } from './schema-saved-views.ts';

/**
 * Lets a view be another list: one of the manager's own, or as an administrator a shared one.
 * @throws AppError 'no-role', 'not-allowed', 'not-found'; 'invalid-input' for an address that cannot be kept;
 * 'state-unavailable'
 */
export async function updateView(
  manager: Manager,
  { viewId, address: given }: z.output<typeof updateViewInput>,
): Promise<{ address: string }> {
  requireScope(manager, 'read:users');
  const address = viewAddress(given);
  return withViews(async (store) => {
    const { owner } = await changeableView(store, manager, viewId);
    if ((await store.change(owner, viewId, { address })) !== 'changed') throw viewGone();
    return { address };
  });
}
