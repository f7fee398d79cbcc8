import type { Answer } from '#components/users/form/call-action.ts';
import type { DeviceView } from '#lib/users/sign-ins/list-devices.ts';

type Call<Input> = (input: Input) => Promise<Answer<unknown>>;

/** The server's actions on what a user is signed in with. */
export interface SignInCalls {
  revokeDevice: Call<{ userId: string; deviceId: string; type: DeviceView['type'] }>;
  revokeAccess: Call<{ userId: string }>;
  removeMultifactor: Call<{ userId: string; methodId?: string }>;
}

export interface NamedUser {
  userId: string;
  name: string;
}
