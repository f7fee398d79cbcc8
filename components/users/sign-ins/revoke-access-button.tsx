import { ConfirmedChange } from './confirmed-change.tsx';
import type { NamedUser, SignInCalls } from './sign-in-calls.ts';

/** Signs a user out everywhere. */
export function RevokeAccessButton({
  user: { userId, name },
  call,
}: {
  user: NamedUser;
  call: SignInCalls['revokeAccess'];
}) {
  return (
    <ConfirmedChange
      label="Sign out everywhere"
      title={`Sign ${name} out everywhere?`}
      consequence={`All sessions of ${name} end and all devices lose their tokens. ${name} can sign in again at once. What an application has been given already may work for some minutes more.`}
      confirmLabel="Sign out everywhere"
      done={`${name} was signed out everywhere`}
      call={call}
      input={{ userId }}
    />
  );
}
