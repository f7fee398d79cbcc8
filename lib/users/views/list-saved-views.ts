import { languageOfRequest, words } from '#lib/words.ts';
import { addressOf, defaultList, listAt } from '../list/list-address.ts';
import { type Manager, requireScope } from '../manager.ts';
import { withViews } from './kept-views.ts';
import type { SavedView } from './saved-view.ts';

/**
 * The manager's own views, then those that are shared with everybody, each by name.
 * @throws AppError 'no-role', 'not-allowed', 'state-unavailable'
 */
export async function listSavedViews(manager: Manager): Promise<SavedView[]> {
  requireScope(manager, 'read:users');
  const kept = await withViews(
    (store) => store.list(manager.user.user_id),
    words(
      'The console’s own data cannot be reached at the moment, so your views cannot be shown. Try again in a moment.',
    ),
  );
  const { compare } = new Intl.Collator(languageOfRequest(), { numeric: true });
  return kept
    .toSorted((one, other) => Number(one.isShared) - Number(other.isShared) || compare(one.name, other.name))
    .map(({ id, name, address, isShared }) => ({
      ...{ viewId: id, name, isShared },
      // Whatever was kept, it leads nowhere but to the list.
      address: addressOf(listAt(address) ?? defaultList),
    }));
}
