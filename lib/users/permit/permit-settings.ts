import type { Action } from '#lib/auth0/proofs.ts';
import { words } from '#lib/words.ts';
import type { Settings } from '../policy/settings.ts';

/**
 * The built-in field whose `edit: false` takes an action away. What is changed in the edit form is not among
 * them: there the field itself is gone, and the server takes no value for it.
 */
const fieldOfAction: { [action in Action]?: string } = {
  'delete:user': 'delete',
  'reset:password': 'password',
  'send:verification-email': 'email_verified',
  'remove:multifactor-provider': 'multifactor',
};

export const takenAwaySentence = words('Your organisation’s settings do not offer this action.');

/**
 * Whether the settings hook has taken an action away from this manager, whatever the access hook says. An entry
 * for `resetPassword` decides about the reset alone, so that it can stay where passwords are not to be changed.
 */
export function isTakenAway(settings: Settings, action: Action): boolean {
  const entryOf = (property: string) => settings.userFields.find((field) => field.property === property);
  const field = fieldOfAction[action];
  const own = action === 'reset:password' ? entryOf('resetPassword') : undefined;
  const entry = own ?? (field === undefined ? undefined : entryOf(field));
  return entry !== undefined && (entry.disable === true || entry.edit === false);
}
