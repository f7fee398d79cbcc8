import { authenticationMethodEndpoints } from './authentication-methods/endpoints.ts';
import { clientGrantEndpoints } from './client-grants/endpoints.ts';
import { clientEndpoints } from './clients/endpoints.ts';
import { connectionEndpoints } from './connections/endpoints.ts';
import { deviceCredentialEndpoints } from './device-credentials/endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { jobEndpoints } from './jobs/endpoints.ts';
import { logEndpoints } from './logs/endpoints.ts';
import { organizationEndpoints } from './organizations/endpoints.ts';
import { roleEndpoints } from './roles/endpoints.ts';
import { sessionEndpoints } from './sessions/endpoints.ts';
import { ticketEndpoints } from './tickets/endpoints.ts';
import { userBlockEndpoints } from './user-blocks/endpoints.ts';
import { usersEndpoints } from './users/endpoints.ts';

/** Every operation of the Management API that the tenant knows. */
export const allEndpoints: readonly Endpoint[] = [
  ...authenticationMethodEndpoints,
  ...clientGrantEndpoints,
  ...clientEndpoints,
  ...connectionEndpoints,
  ...deviceCredentialEndpoints,
  ...jobEndpoints,
  ...logEndpoints,
  ...organizationEndpoints,
  ...roleEndpoints,
  ...sessionEndpoints,
  ...ticketEndpoints,
  ...userBlockEndpoints,
  ...usersEndpoints,
];
