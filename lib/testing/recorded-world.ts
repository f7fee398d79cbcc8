import { afterEach, beforeEach, expect } from 'vitest';
import type { AuditRecord } from '#lib/audit/record.ts';
import { endOfTrail } from '#lib/state/kept-entries.ts';
import { entriesAfter } from '#lib/state/records.ts';
import { openState } from '#lib/state/state.ts';
import { editUserForm } from '#lib/users/form/form.ts';
import type { FormValues } from '#lib/users/form/user-form.ts';
import { updateUser } from '#lib/users/update-user.ts';
import { openAccess, settingsHook, worldWithOwnHooks } from './own-hooks.ts';
import { signedIn } from './people.ts';

export const world = worldWithOwnHooks();
export const userId = 'auth0|nina';
export const ivan = () => signedIn(world.people.ivan);
export const hooks = { access: openAccess, settings: settingsHook() };

export let before: number;

/** The entries since the test began: the kind of each, and the last record. */
export async function recorded(): Promise<{ kinds: string[]; record: AuditRecord | undefined }> {
  const entries = await entriesAfter(before, 100);
  return {
    kinds: entries.map(({ content }) => content.kind),
    record: entries.at(-1)?.content.record,
  };
}

export async function update(values: FormValues) {
  const { loaded } = await editUserForm(ivan(), userId);
  before += 1;
  return updateUser(ivan(), { userId, values, loaded });
}

/** The version of a hook's text. */
export const version = expect.stringMatching(/^[\w-]{43}$/);

/** Hooks that permit everything; what each test leaves in the trail is counted from its beginning. */
export function withTrail(): void {
  beforeEach(async () => {
    await world.tenant.setHooks(hooks);
    before = (await endOfTrail(await openState())).sequence;
  });
  afterEach(async () => {
    await world.tenant.setFaults({});
  });
}
