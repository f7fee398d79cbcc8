import { withOwnTimeLimit } from '#lib/auth0/time-limit.ts';
import { asBulk } from '#lib/auth0/traffic/priority.ts';
import { blockUser } from '../block-user.ts';
import { deleteUser } from '../delete-user.ts';
import type { Manager } from '../manager.ts';
import { madeOfRecorded } from '../recorded.ts';
import { sendVerificationEmail } from '../send-verification-email.ts';
import { removeMultifactor } from '../sign-ins/remove-multifactor.ts';
import { revokeAccess } from '../sign-ins/revoke-access.ts';
import { unblockUser } from '../unblock-user.ts';

/*
 * What is done to many users is done to one after the other, each by a request of its own that the browser sends:
 * the person is known and judged afresh for every user, a role that is taken away meanwhile counts from the next
 * one on, each change has its own record and its own way back, and stopping is not sending the next. A job on the
 * server would have to act for somebody who may have gone or lost the right to, and to survive restarts, for no
 * more than one page of the list.
 */

type OnUser = { userId: string };

/** Stop is answered within this and what the change itself takes. */
const readsTimeoutMs = 8_000;

/** The verb for one user itself, behind what people wait for singly. */
function oneOfMany<Value>(verb: (manager: Manager, input: OnUser) => Promise<Value>) {
  return (manager: Manager, { userId }: OnUser) =>
    withOwnTimeLimit(() => asBulk(() => verb(manager, { userId })), readsTimeoutMs);
}

export const blockOneOfMany = madeOfRecorded('block:user', oneOfMany(blockUser));
export const unblockOneOfMany = madeOfRecorded('unblock:user', oneOfMany(unblockUser));
export const verifyOneOfMany = madeOfRecorded('send:verification-email', oneOfMany(sendVerificationEmail));
export const revokeOneOfMany = madeOfRecorded('revoke:sessions', oneOfMany(revokeAccess));
export const removeMultifactorOfOneOfMany = madeOfRecorded(
  'remove:multifactor-provider',
  oneOfMany(removeMultifactor),
);
export const deleteOneOfMany = madeOfRecorded('delete:user', oneOfMany(deleteUser));
