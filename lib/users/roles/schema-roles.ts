import { z } from 'zod';

/** More than this are not changed at once. */
const rolesMax = 50;

const id = z.string().min(1).max(200);

/** The form of what `listAssignableRoles` takes. */
export const assignableRolesInput = z.strictObject({
  userId: z.string(),
  page: z.int().min(1).max(1_000),
});

/** The form of what `changeUserRoles` takes. */
export const changeUserRolesInput = z.strictObject({
  userId: z.string(),
  change: z.enum(['assign', 'remove']),
  roleIds: z.array(id).min(1).max(rolesMax),
});

/** The form of what `listJoinableOrganizations` takes. */
export const joinableOrganizationsInput = z.strictObject({
  userId: z.string(),
  from: z.string().max(1_000).optional(),
});

/** The form of what `changeUserOrganizations` takes. */
export const changeUserOrganizationsInput = z.strictObject({
  userId: z.string(),
  change: z.enum(['add', 'remove']),
  organizationId: id,
});
