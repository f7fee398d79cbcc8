import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { everybody, type KeptView, savedViewsOf, viewsMax } from '#lib/state/saved-views.ts';
import { type Words, words } from '#lib/words.ts';
import { addressOf, listAt } from '../list/list-address.ts';
import type { Manager } from '../manager.ts';
import { throwProblems } from '../schema.ts';
import { viewNameCharactersMax } from './saved-view.ts';

type Store = ReturnType<typeof savedViewsOf>;

const addressCharactersMax = 4_000;

/**
 * Does `work` with the views that are kept.
 * @param failure what is said when they cannot be reached, or stop to answer
 * @throws what `work` throws; AppError 'state-unavailable'
 */
export async function withViews<Result>(
  work: (store: Store) => Promise<Result>,
  failure = words(
    'The console’s own data cannot be reached at the moment, so it is not known whether your views were changed. Look at them before you try again.',
  ),
): Promise<Result> {
  try {
    return await work(savedViewsOf(env().tenantOrigin));
  } catch (error) {
    if (error instanceof AppError) throw error;
    log('error', 'Saved views could not be used.', { error });
    throw new AppError('state-unavailable', failure, { cause: error });
  }
}

/**
 * A view that this manager may change, and whose it is.
 * @throws AppError 'not-found', also for somebody else's; 'not-allowed' for a shared one that is not theirs to change
 */
export async function changeableView(
  store: Store,
  manager: Manager,
  viewId: string,
): Promise<{ view: KeptView; owner: string }> {
  const view = (await store.list(manager.user.user_id)).find(({ id }) => id === viewId);
  if (!view) throw viewGone();
  if (view.isShared) requireSharing(manager);
  return { view, owner: view.isShared ? everybody : manager.user.user_id };
}

/** @throws AppError 'not-allowed' for everybody but administrators */
export function requireSharing(manager: Manager): void {
  if (manager.scope.includes('manage:config')) return;
  throw new AppError(
    'not-allowed',
    words('Only administrators share views and change shared ones. Nothing was changed.'),
  );
}

/** A name as it is kept. @throws AppError 'invalid-input' for none, or one that is too long */
export function viewName(typed: string): string {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
  if (name === '') throwProblems({ name: words('A view needs a name.') });
  if ([...name].length > viewNameCharactersMax) {
    throwProblems({
      name: words('The name of a view has at most {max} characters.', { max: viewNameCharactersMax }),
    });
  }
  return name;
}

/**
 * The address of a list as it is kept: what the list itself reads of it, on the first page.
 * @throws AppError 'invalid-input' for any other page's, and for one that is too long
 */
export function viewAddress(given: string): string {
  const list = listAt(given);
  if (!list) throw new AppError('invalid-input', words('This is not the list of users. Nothing was saved.'));
  const address = addressOf({ ...list, page: 1 });
  if (address.length > addressCharactersMax) {
    throw new AppError(
      'invalid-input',
      words('This search is too long to be kept as a view. Nothing was saved.'),
    );
  }
  return address;
}

export function viewGone(): AppError {
  return new AppError(
    'not-found',
    words('There is no such view any more, or it is not one of yours. Nothing was changed.'),
  );
}

export function nameTaken(owner: string, name: string): AppError {
  const sentence: Words =
    owner === everybody
      ? words('There already is a shared view called “{name}”.', { name })
      : words('You already have a view called “{name}”.', { name });
  return new AppError('already-taken', words('{problems} Nothing was changed.', { problems: sentence }), {
    fields: { name: sentence },
  });
}

export function tooManyViews(owner: string): AppError {
  return new AppError(
    'invalid-input',
    owner === everybody
      ? words(
          'There are {max} shared views, which is as many as there can be. Nothing was changed; delete one first.',
          { max: viewsMax },
        )
      : words(
          'You have {max} views, which is as many as one person can keep. Nothing was changed; delete one first.',
          { max: viewsMax },
        ),
  );
}
