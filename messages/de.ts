import audit from './de/audit.ts';
import bulk from './de/bulk.ts';
import form from './de/form.ts';
import frame from './de/frame.ts';
import hookVersions from './de/hook-versions.ts';
import hooks from './de/hooks.ts';
import list from './de/list.ts';
import logs from './de/logs.ts';
import organizations from './de/organizations.ts';
import pages from './de/pages.ts';
import problem from './de/problem.ts';
import roles from './de/roles.ts';
import signIns from './de/sign-ins.ts';
import tenant from './de/tenant.ts';
import ui from './de/ui.ts';
import undo from './de/undo.ts';
import user from './de/user.ts';
import userActions from './de/user-actions.ts';
import views from './de/views.ts';

/** Every German message of the console, by area. */
export const german = {
  audit,
  bulk,
  form,
  frame,
  hookVersions,
  hooks,
  list,
  logs,
  organizations,
  pages,
  problem,
  roles,
  signIns,
  tenant,
  ui,
  undo,
  user,
  userActions,
  views,
};
