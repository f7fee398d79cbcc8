/** A role of the tenant, as its own role assignments name it. */
export interface TenantRole {
  id: string;
  name: string;
  description: string;
}

/** The most that the API gives at once. */
export const rolesPerPage = 100;

/** One role of an answer, or nothing where it is none. */
export function roleIn(answered: { id?: string; name?: string; description?: string }): TenantRole[] {
  const { id, name, description = '' } = answered;
  return id && name ? [{ id, name, description }] : [];
}
