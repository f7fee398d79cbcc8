import audit from './en/audit.ts';
import bulk from './en/bulk.ts';
import form from './en/form.ts';
import frame from './en/frame.ts';
import hookVersions from './en/hook-versions.ts';
import hooks from './en/hooks.ts';
import list from './en/list.ts';
import logs from './en/logs.ts';
import organizations from './en/organizations.ts';
import pages from './en/pages.ts';
import problem from './en/problem.ts';
import roles from './en/roles.ts';
import signIns from './en/sign-ins.ts';
import tenant from './en/tenant.ts';
import ui from './en/ui.ts';
import undo from './en/undo.ts';
import user from './en/user.ts';
import userActions from './en/user-actions.ts';
import views from './en/views.ts';

/** Every English message of the console, by area. A key that is not here is a compile error where it is used. */
export const english = {
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
