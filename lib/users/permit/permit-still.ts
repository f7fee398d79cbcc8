import type { Action } from '#lib/auth0/proofs.ts';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { permitAndSee } from '../permit.ts';

/**
 * `permitAndSee` for somebody who had the user on the screen when they asked: a user who is gone or moved away
 * since is told so.
 * @throws AppError as `permit` does
 */
export async function permitStill<A extends Action>(
  manager: Manager,
  userId: string,
  actions: A | readonly A[],
) {
  try {
    return await permitAndSee(manager, userId, actions);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    throw new AppError(
      'not-found',
      words('This user is no longer one of yours, or no longer exists. Nothing was changed.'),
      { cause: error },
    );
  }
}
