import { type Connection, connectionCollection } from '../management/connections/connection.ts';
import type { Tenant } from '../management/endpoint.ts';

/** Where most of the demo's users are. */
export const mainConnection = 'Username-Password-Authentication';
/** A second database, whose users have usernames. */
export const contractorConnection = 'Contractors';
export const googleConnection = 'google-oauth2';
export const entraConnection = 'example-entra-id';

/** Makes the demo's four connections, enabled for these clients. */
export function seedConnections(tenant: Tenant, clientIds: string[]): void {
  const common = { is_domain_connection: false, show_as_button: false, enabled_clients: clientIds };
  const connections: Connection[] = [
    {
      ...common,
      id: 'con_StewardDemoMain0',
      name: mainConnection,
      strategy: 'auth0',
      realms: [mainConnection],
      options: {
        passwordPolicy: 'good',
        password_complexity_options: { min_length: 8 },
        password_no_personal_info: { enable: true },
        password_dictionary: { enable: true, dictionary: [] },
        password_history: { enable: false, size: 5 },
        requires_username: false,
        brute_force_protection: true,
        mfa: { active: true, return_enroll_settings: true },
        import_mode: false,
      },
    },
    {
      ...common,
      id: 'con_StewardDemoContr',
      name: contractorConnection,
      strategy: 'auth0',
      realms: [contractorConnection],
      options: {
        passwordPolicy: 'fair',
        password_complexity_options: { min_length: 8 },
        requires_username: true,
        validation: { username: { min: 3, max: 15 } },
        brute_force_protection: true,
        import_mode: false,
      },
    },
    {
      ...common,
      id: 'con_StewardDemoGoogl',
      name: googleConnection,
      strategy: 'google-oauth2',
      realms: [googleConnection],
      options: { email: true, profile: true, scope: ['email', 'profile'] },
    },
    {
      ...common,
      id: 'con_StewardDemoEntra',
      name: entraConnection,
      display_name: 'Entra ID',
      strategy: 'waad',
      realms: [entraConnection],
      show_as_button: true,
      options: { tenant_domain: 'example.com', domain_aliases: ['example.com'], basic_profile: true },
    },
  ];
  for (const connection of connections) connectionCollection(tenant).set(connection.id, connection);
}
