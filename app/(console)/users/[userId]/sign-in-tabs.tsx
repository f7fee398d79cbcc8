import { UserLog } from '#components/logs/user-log.tsx';
import { UserDevices } from '#components/users/sign-ins/user-devices.tsx';
import { UserMultifactor } from '#components/users/sign-ins/user-multifactor.tsx';
import { UserSessions } from '#components/users/sign-ins/user-sessions.tsx';
import { asManager } from '#lib/session.ts';
import { listUserLog } from '#lib/users/log/list-user-log.ts';
import { type UserDevices as Devices, listDevices } from '#lib/users/sign-ins/list-devices.ts';
import { listMultifactor } from '#lib/users/sign-ins/list-multifactor.ts';
import { listSessions } from '#lib/users/sign-ins/list-sessions.ts';
import type { UserView } from '#lib/users/user-view.ts';
import { removeMultifactorAction, revokeAccessAction, revokeDeviceAction } from '../actions.ts';
import { shown } from './shown.tsx';

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
  deviceGroup,
}: {
  user: UserView;
  tab: SignInTabName;
  page: number;
  deviceGroup: Devices['group'];
}) {
  const user = { userId, name };
  switch (tab) {
    case 'devices': {
      const devices = await asManager((manager) => listDevices(manager, { userId, group: deviceGroup }));
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
