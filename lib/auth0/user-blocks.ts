import { UserBlocksClient } from 'auth0/userBlocks';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import { readFromTenant, writeTimeoutMs, writeToTenant } from './client.ts';
import { asAppError } from './errors.ts';
import type { Permitted } from './proofs.ts';
import { arrayIn } from './tenant-answer.ts';
import { TenantFailure } from './tenant-failure.ts';

/**
 * Lifts the blocks that wrong passwords have brought about. They stand apart from `blocked`, which this leaves
 * as it is. Nothing to lift is no error.
 * @throws AppError 'not-found', 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 * @see https://auth0.com/docs/secure/attack-protection/brute-force-protection
 */
export async function liftBlocks({ user }: Permitted<'unblock:user'>): Promise<void> {
  try {
    await writeToTenant(
      (client, options) => new UserBlocksClient(client).delete(user.user_id, options),
      writeTimeoutMs,
    );
  } catch (error) {
    if (!(error instanceof TenantFailure) || !error.leavesDoubt) throw asAppError(error);
    if (await hasBlocks(user.user_id)) throw notConfirmed(error);
  }
}

/** Whoever cannot be asked about counts as blocked: the manager is then told to look. */
function hasBlocks(userId: string): Promise<boolean> {
  return readFromTenant(async (client, options) => {
    const { blocked_for: blocks } = await new UserBlocksClient(client).list(userId, {}, options);
    return arrayIn(blocks).length > 0;
  }).catch(() => true);
}

function notConfirmed(cause: TenantFailure): AppError {
  return new AppError(
    'tenant-unavailable',
    words(
      'The tenant did not confirm that the sign-in blocks were lifted. Try again in a moment; lifting them twice does no harm.',
    ),
    { isInDoubt: true, cause },
  );
}
