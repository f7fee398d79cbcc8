import type { UserDevices } from '#lib/users/sign-ins/list-devices.ts';

/** The address of a user's page. Ids hold `|` and may hold `/`, `?`, `#` and `%`. */
export function userAddress(userId: string): string {
  return `/users/${encodeURIComponent(userId)}`;
}

/** The address of a user's edit form. */
export function editUserAddress(userId: string): string {
  return `${userAddress(userId)}/edit`;
}

/** The address of one page of a user's organizations. */
export function userOrganizationsAddress(userId: string, page: number): string {
  return `${userAddress(userId)}?tab=organizations${page > 1 ? `&page=${page}` : ''}`;
}

/** The address of one of the two lists of a user's devices. */
export function userDevicesAddress(userId: string, group: UserDevices['group']): string {
  return `${userAddress(userId)}?tab=devices${group === 'rotating' ? '&tokens=rotating' : ''}`;
}

/** The id that a path segment stands for, or the segment itself where it is no valid encoding. */
export function userIdOf(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
