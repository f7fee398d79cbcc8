import type { Answer } from '#components/users/form/call-action.ts';
import type { AssignableRoles, JoinableOrganizations } from '#lib/users/roles/user-roles-view.ts';

type Call<Input, Value> = (input: Input) => Promise<Answer<Value>>;

/** The server's actions on a user's roles and organizations. */
export interface RoleCalls {
  assignable: Call<{ userId: string; page: number }, AssignableRoles>;
  changeRoles: Call<
    { userId: string; change: 'assign' | 'remove'; roleIds: string[] },
    { name: string; roles: string[] }
  >;
  joinable: Call<{ userId: string; from?: string }, JoinableOrganizations>;
  changeOrganizations: Call<
    { userId: string; change: 'add' | 'remove'; organizationId: string },
    { name: string; organization: string }
  >;
}
