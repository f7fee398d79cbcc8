import { env } from '#lib/env.ts';
import type { Manager } from './manager.ts';
import { presentMemberships } from './policy/memberships.ts';
import { policyFor } from './policy/policy.ts';
import { type StyleSheets, styleSheetsOf } from './policy/style-sheets.ts';

/** What surrounds every page: the tenant's title, who is signed in and which parts there are. */
export interface ConsoleView {
  title: string;
  /** `dict.menuName`: what the tenant calls the menu. */
  menuName?: string;
  styleSheets: StyleSheets;
  person: { name: string; department?: string; role?: string; pictureUrl?: string | null };
  maySeeUsers: boolean;
  maySeeAudit: boolean;
  maySeeLog: boolean;
  maySeeHooks: boolean;
  /** Where the embedded tenant shows its mail; absent beside a real tenant. */
  outboxUrl?: string;
}

/** The frame for one manager. A hook that fails costs the frame what it would have told, nothing else. */
export async function consoleView(manager: Manager): Promise<ConsoleView> {
  const policy = await policyFor(manager).catch(() => undefined);
  const memberships = policy && (await presentMemberships(manager, policy, manager.user).catch(() => []));
  const settings = env();
  return {
    title: policy?.settings.dict.title ?? settings.AUTH0_DOMAIN,
    menuName: policy?.settings.dict.menuName,
    styleSheets: policy ? styleSheetsOf(policy.settings) : {},
    person: {
      name: manager.user.name ?? manager.user.email ?? manager.user.user_id,
      department: memberships?.join(', ') || undefined,
      role: manager.roles.at(-1)?.replace(/^Delegated Admin - /, ''),
      pictureUrl: manager.user.picture,
    },
    maySeeUsers: manager.scope.includes('read:users'),
    maySeeAudit: manager.scope.includes('read:users'),
    maySeeLog: manager.scope.includes('read:logs'),
    maySeeHooks: manager.scope.includes('manage:config'),
    outboxUrl: settings.STEWARD_DEMO === '1' ? `${settings.tenantOrigin}/outbox` : undefined,
  };
}
