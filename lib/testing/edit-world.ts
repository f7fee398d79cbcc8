import { beforeEach } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import { permit } from '#lib/users/permit.ts';
import type { FormValues } from '#lib/users/user-form.ts';
import { editAs, ninaOfFinance } from './edit.ts';
import { type People, signedIn } from './people.ts';
import { type World, worldWithPeople } from './world.ts';

/** The demo's people and a Nina of Finance who has everything. */
export interface EditWorld extends World {
  nina: User;
  edit(who: keyof People, values: FormValues, userId?: string): ReturnType<typeof editAs>;
  /** Somebody as they are now: Nina, unless another id is given. */
  read(userId?: string): Promise<User>;
}

/** As `worldWithPeople`. */
export function worldOfEdits(withHooks: 'default' | 'own' = 'default'): EditWorld {
  const world = worldWithPeople(withHooks) as EditWorld;
  beforeEach(async () => {
    world.nina = await world.tenant.putUser(ninaOfFinance);
  });
  world.edit = (who, values, userId = world.nina.user_id) => editAs(world.people[who], userId, values);
  world.read = async (userId = world.nina.user_id) =>
    (await permit(signedIn(world.people.ivan), userId, 'read:user')).user;
  return world;
}
