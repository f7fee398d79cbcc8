import type { User } from '#lib/auth0/user.ts';
import { type Manager, managerOf } from '#lib/users/manager.ts';
import type { TestTenant } from './tenant.ts';

/** The people of the demo, by first name, as the tenant has them. */
export interface People {
  kelly: User;
  ivan: User;
  olga: User;
  amir: User;
  noor: User;
  pia: User;
}

/** Puts Kelly, Ivan and the others into a tenant, with the departments and roles that the demo gives them. */
export async function putPeople(tenant: TestTenant): Promise<People> {
  const put = (name: string, department?: string, role?: string) =>
    tenant.putUser({
      user_id: `auth0|${name.toLowerCase()}`,
      email: `${name.toLowerCase()}@example.com`,
      email_verified: true,
      name,
      last_login: '2026-11-20T08:00:00.000Z',
      logins_count: 12,
      app_metadata: {
        ...(department && { department }),
        ...(role && { roles: [`Delegated Admin - ${role}`] }),
      },
    });
  const [kelly, ivan, olga, amir, noor, pia] = await Promise.all([
    put('Kelly', 'Finance', 'User'),
    put('Ivan', 'IT', 'Administrator'),
    put('Olga', 'IT', 'Operator'),
    put('Amir', 'HR', 'Auditor'),
    put('Noor', undefined, 'User'),
    put('Pia', 'Marketing'),
  ]);
  return { kelly, ivan, olga, amir, noor, pia };
}

/** The manager whom a user is for one request; made anew for each, as the session does. */
export function signedIn(user: User, claims = {}): Manager {
  return managerOf(user, { sub: user.user_id, ...claims });
}
