import { displayNameOf } from './display-name.ts';
import type { UpdateUserInput } from './form/user-form.ts';
import { keptValues } from './kept-payload.ts';
import type { Manager } from './manager.ts';
import { recorded } from './recorded.ts';
import { sendParts } from './update/update-parts-send.ts';
import { prepareUpdate } from './update/update-prepare.ts';

export interface UpdatedUser {
  /** `false`: everything stood like this already, and nothing was sent. */
  changed: boolean;
  userId: string;
  /** The name, else the e-mail address, the username, the id. */
  name: string;
}

/**
 * Changes a user: permitted for exactly what is to be changed, compared with what the form showed, through the
 * write hook and the guard, and sent in the parts that the API takes.
 * @throws AppError 'changed-meanwhile' with what stands there now; 'partly-saved' with what was saved and what
 * was not; 'not-found', 'no-role', 'not-allowed', 'invalid-input', 'refused-by-hook', 'refused-by-guard',
 * 'hook-failed', 'already-taken', 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 */
export const updateUser = recorded(
  'update:user',
  async (manager: Manager, input: UpdateUserInput): Promise<UpdatedUser> => {
    const { permitted, seenAs, form, changes, parts } = await prepareUpdate(manager, input);
    const updated = await sendParts(permitted, parts, form.fields, changes);
    // The tenant answers with the whole user; whoever sees a mask is shown no more than that.
    const user = updated && seenAs === permitted.user ? updated : seenAs;
    return { changed: updated !== undefined, userId: user.user_id, name: displayNameOf(user) };
  },
  ({ userId, values }) => ({ userId, payload: keptValues(values) }),
);
