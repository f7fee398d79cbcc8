import type { ReactNode } from 'react';
import { UserLog } from '#components/logs/user-log.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import { TryAgain } from '#components/users/problem/try-again.tsx';
import { UserDevices } from '#components/users/sign-ins/user-devices.tsx';
import { UserMultifactor } from '#components/users/sign-ins/user-multifactor.tsx';
import { UserSessions } from '#components/users/sign-ins/user-sessions.tsx';
import { asManager, type Outcome } from '#lib/session.ts';
import { listDevices } from '#lib/users/list-devices.ts';
import { listMultifactor } from '#lib/users/list-multifactor.ts';
import { listSessions } from '#lib/users/list-sessions.ts';
import { listUserLog } from '#lib/users/list-user-log.ts';
import type { UserView } from '#lib/users/user-view.ts';
import { removeMultifactorAction, revokeAccessAction, revokeDeviceAction } from '../actions.ts';

const calls = {
  revokeDevice: revokeDeviceAction,
  revokeAccess: revokeAccessAction,
  removeMultifactor: removeMultifactorAction,
};

/** The tabs about how a user signs in; each reads its own part alone. */
export type SignInTabName = 'devices' | 'sessions' | 'multifactor' | 'log';

export async function SignInTab({
  user: { userId, displayName: name },
  tab,
  page,
}: {
  user: UserView;
  tab: SignInTabName;
  page: number;
}) {
  const user = { userId, name };
  switch (tab) {
    case 'devices': {
      const devices = await asManager((manager) => listDevices(manager, { userId, group: 'steady' }));
      return shown(devices, (value) => <UserDevices user={user} devices={value} calls={calls} />);
    }
    case 'sessions': {
      const sessions = await asManager((manager) => listSessions(manager, userId));
      return shown(sessions, (value) => <UserSessions user={user} sessions={value} calls={calls} />);
    }
    case 'multifactor': {
      const multifactor = await asManager((manager) => listMultifactor(manager, userId));
      return shown(multifactor, (value) => <UserMultifactor user={user} multifactor={value} calls={calls} />);
    }
    case 'log': {
      const log = await asManager((manager) => listUserLog(manager, userId, page));
      return shown(log, (value) => <UserLog user={user} log={value} />);
    }
  }
}

/** A part that cannot be had leaves the rest of the page as it is. */
function shown<Value>(outcome: Outcome<Value>, show: (value: Value) => ReactNode): ReactNode {
  if (outcome.ok) return show(outcome.value);
  return (
    <div className="max-w-160">
      <ProblemBanner problem={outcome.problem} actions={<TryAgain />} />
    </div>
  );
}
