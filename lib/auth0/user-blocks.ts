import { UserBlocksClient } from 'auth0/userBlocks';
import { words } from '#lib/words.ts';
import { readFromTenant } from './client.ts';
import type { Permitted } from './proofs.ts';
import { arrayIn } from './tenant-answer.ts';
import { writeAndCheck } from './write-and-check.ts';

/**
 * Lifts the blocks that wrong passwords have brought about. They stand apart from `blocked`, which this leaves
 * as it is. Nothing to lift is no error.
 * @throws AppError 'not-found', 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 * @see https://auth0.com/docs/secure/attack-protection/brute-force-protection
 */
export function liftBlocks({ user }: Permitted<'unblock:user'>): Promise<void> {
  return writeAndCheck({
    notDone: words(
      'The tenant had a fault: it is not so that the sign-in blocks were lifted. Try again in a moment.',
    ),
    inDoubt: words(
      'The tenant did not confirm that the sign-in blocks were lifted. Try again in a moment; lifting them twice does no harm.',
    ),
    send: (client, options) => new UserBlocksClient(client).delete(user.user_id, options),
    isDone: async () => !(await hasBlocks(user.user_id)),
  });
}

function hasBlocks(userId: string): Promise<boolean> {
  return readFromTenant(async (client, options) => {
    const { blocked_for: blocks } = await new UserBlocksClient(client).list(userId, {}, options);
    return arrayIn(blocks).length > 0;
  });
}
