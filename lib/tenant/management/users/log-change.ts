import type { TenantUser } from '../../tenant-user.ts';
import type { ManagementCall, Tenant } from '../endpoint.ts';
import { appendLog } from '../logs/append-log.ts';

/** Writes the tenant's line about a change by the API: by which client, on whom, and nothing of what was sent. */
export function logChange(
  tenant: Tenant,
  call: ManagementCall,
  description: 'Create a User' | 'Update a User' | 'Delete a User',
  user: TenantUser,
): void {
  appendLog(tenant, {
    type: 'sapi',
    description,
    client_id: call.clientId,
    ip: call.ip,
    user_id: user.user_id,
    user_name: user.email ?? user.username ?? user.name,
    connection: user.identities[0]?.connection,
  });
}
