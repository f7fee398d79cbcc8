import type { User } from '#lib/auth0/user.ts';
import type { JsonObject } from '#lib/json.ts';
import { editUserForm } from '#lib/users/form/form.ts';
import type { FormValues } from '#lib/users/form/user-form.ts';
import { type UpdatedUser, updateUser } from '#lib/users/update-user.ts';
import { signedIn } from './people.ts';

/** Opens a user's form as one manager would and saves it with what is changed. */
export async function editAs(manager: User, userId: string, values: FormValues): Promise<UpdatedUser> {
  const { loaded } = await editUserForm(signedIn(manager), userId);
  return updateUser(signedIn(manager), { userId, loaded, values });
}

/** A user of Finance with metadata of every shape, of which the default hooks declare a part. */
export const ninaOfFinance = {
  user_id: 'auth0|nina',
  email: 'nina@example.com',
  email_verified: true,
  name: 'Nina Özdemir',
  given_name: 'Nina',
  family_name: 'Özdemir',
  identities: [
    { connection: 'Username-Password-Authentication', provider: 'auth0', user_id: 'nina', isSocial: false },
  ],
  user_metadata: {
    title: 'Controller',
    phone: '+49 30 901820',
    location: 'Berlin',
    address: { street: 'Ackerstraße 1', city: 'Berlin', geo: { lat: 52.5, lng: 13.4 } },
    languages: ['German', 'Polish'],
    startDate: '2024-03-01',
    preferences: { theme: 'dark', nested: { list: [1, 2, { three: 3 }] } },
  },
  app_metadata: {
    department: 'Finance',
    roles: ['Editor'],
    costCenter: 'FI-2040',
    employment: 'permanent',
    flags: { beta: true },
  },
} satisfies JsonObject;
