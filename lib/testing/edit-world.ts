import { beforeEach } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import type { JsonObject } from '#lib/json.ts';
import type { FormValues } from '#lib/users/form/user-form.ts';
import { permit } from '#lib/users/permit.ts';
import { editAs, ninaOfFinance } from './edit.ts';
import { type People, signedIn } from './people.ts';
import { type World, worldWithPeople } from './world.ts';

/** The demo's people and a Nina, whom they edit. */
export interface EditWorld extends World {
  nina: User;
  /** Opens the form of Nina, or of somebody else, and saves it. */
  edit(who: keyof People, values: FormValues, userId?: string): ReturnType<typeof editAs>;
  /** Nina as she is now, or somebody else. */
  read(userId?: string): Promise<User>;
}

/** As `worldWithPeople`; of Finance and with metadata of every shape, unless told otherwise. */
export function worldOfEdits(
  withHooks: 'default' | 'own' = 'default',
  profile: JsonObject = ninaOfFinance,
): EditWorld {
  const world = worldWithPeople(withHooks) as EditWorld;
  beforeEach(async () => {
    world.nina = await world.tenant.putUser(profile);
  });
  world.edit = (who, values, userId = world.nina.user_id) => editAs(world.people[who], userId, values);
  world.read = async (userId = world.nina.user_id) =>
    (await permit(signedIn(world.people.ivan), userId, 'read:user')).user;
  return world;
}
