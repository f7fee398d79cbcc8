import { UserHistory } from '#components/audit/user-history.tsx';
import { asManager } from '#lib/session.ts';
import { listUserHistory } from '#lib/users/records/list-user-history.ts';
import type { UserView } from '#lib/users/user-view.ts';
import { shown } from './shown.tsx';

/** What was done to one user, beside the user's page. */
export async function HistoryTab({ user, from }: { user: UserView; from: string }) {
  const { userId, displayName: name } = user;
  const page = await asManager((manager) => listUserHistory(manager, userId, from));
  return shown(page, (value) => <UserHistory user={{ userId, name }} page={value} isFirst={from === ''} />);
}
