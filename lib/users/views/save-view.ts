import type { z } from 'zod';
import { type Manager, requireScope } from '../manager.ts';
import { nameTaken, tooManyViews, viewAddress, viewName, withViews } from './kept-views.ts';
import type { SavedView } from './saved-view.ts';
import type { saveViewInput } from './schema-saved-views.ts';

/**
 * Keeps a list of users under a name, as the manager's own.
 * @throws AppError 'no-role', 'not-allowed'; 'invalid-input' for a name or an address that cannot be kept, and for one
 * view too many; 'already-taken' where the manager has a view of this name; 'state-unavailable'
 */
export async function saveView(manager: Manager, input: z.output<typeof saveViewInput>): Promise<SavedView> {
  requireScope(manager, 'read:users');
  const name = viewName(input.name);
  const address = viewAddress(input.address);
  const owner = manager.user.user_id;
  const added = await withViews((store) => store.add(owner, { name, address }));
  if (added === 'name-taken') throw nameTaken(owner, name);
  if (added === 'too-many') throw tooManyViews(owner);
  return { viewId: added.id, name, address, isShared: false };
}
