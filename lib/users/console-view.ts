import { env } from '#lib/env.ts';
import type { Manager } from './manager.ts';
import { presentMemberships } from './memberships.ts';
import { policyFor } from './policy.ts';

/** What surrounds every page: the tenant's title, who is signed in and which parts there are. */
export interface ConsoleView {
  title: string;
  person: { name: string; department?: string; role?: string; pictureUrl?: string | null };
  maySeeUsers: boolean;
  /** Where the embedded tenant shows its mail; absent beside a real tenant. */
  outboxUrl?: string;
}

/** The frame for one manager. A hook that fails costs the frame its title and department, nothing else. */
export async function consoleView(manager: Manager): Promise<ConsoleView> {
  const { title, department } = await namesFor(manager).catch(() => ({
    title: undefined,
    department: undefined,
  }));
  const settings = env();
  return {
    title: title ?? settings.AUTH0_DOMAIN,
    person: {
      name: manager.user.name ?? manager.user.email ?? manager.user.user_id,
      department,
      role: manager.roles.at(-1)?.replace(/^Delegated Admin - /, ''),
      pictureUrl: manager.user.picture,
    },
    maySeeUsers: manager.scope.includes('read:users'),
    outboxUrl: settings.STEWARD_DEMO === '1' ? `${settings.tenantOrigin}/outbox` : undefined,
  };
}

async function namesFor(manager: Manager): Promise<{ title?: string; department?: string }> {
  const policy = await policyFor(manager);
  const memberships = await presentMemberships(manager, policy, manager.user);
  return { title: policy.settings.dict?.title, department: memberships.join(', ') || undefined };
}
