import type { Tenant } from '../management/endpoint.ts';
import { addMember, organizationCollection } from '../management/organizations/organization.ts';
import { assignRole, roleCollection } from '../management/roles/role.ts';
import type { TenantUser } from '../tenant-user.ts';
import type { Random } from './random.ts';

const consoleRoles = [
  ['rol_StewardDemoUser0', 'Delegated Admin - User', 'Creates and changes the users of a department'],
  ['rol_StewardDemoAudit', 'Delegated Admin - Auditor', 'Sees users and the audit trail'],
  ['rol_StewardDemoOpera', 'Delegated Admin - Operator', 'Manages users and sees the log of the tenant'],
  ['rol_StewardDemoAdmin', 'Delegated Admin - Administrator', 'Manages users and the hooks'],
] as const;

const applicationRoles = [
  ['rol_StewardDemoInvoi', 'Invoice approver', 'Approves invoices up to 10,000'],
  ['rol_StewardDemoRecru', 'Recruiter', 'Sees applications and writes to applicants'],
  ['rol_StewardDemoEdito', 'Content editor', 'Publishes on the website'],
  ['rol_StewardDemoRelea', 'Release manager', 'Ships releases'],
] as const;

const organizations = [
  { id: 'org_StewardDemoMerid', name: 'meridian-partners', display_name: 'Meridian Partners' },
  { id: 'org_StewardDemoHarbo', name: 'harbour-clinic', display_name: 'Harbour Clinic' },
];

/**
 * Makes the demo's roles and organizations and puts some of the users into them. The console's own roles are there
 * to be given, but nobody has one: the demo's people hold theirs in `app_metadata.roles`.
 */
export function seedGroups(tenant: Tenant, random: Random, users: TenantUser[]): void {
  for (const [id, name, description] of [...consoleRoles, ...applicationRoles]) {
    roleCollection(tenant).set(id, { id, name, description });
  }
  for (const organization of organizations) organizationCollection(tenant).set(organization.id, organization);
  for (const user of users) {
    if (random.chance(0.1)) assignRole(tenant, random.pick(applicationRoles)[0], user.user_id);
    if (random.chance(0.08)) addMember(tenant, random.pick(organizations).id, user.user_id);
  }
}
