/** The address of a user's page. Ids hold `|` and may hold `/`, `?`, `#` and `%`. */
export function userAddress(userId: string): string {
  return `/users/${encodeURIComponent(userId)}`;
}

/** The address of a user's edit form. */
export function editUserAddress(userId: string): string {
  return `${userAddress(userId)}/edit`;
}

/** The address of the tab of a user's roles and organizations, with one page of the organizations. */
export function userRolesAddress(userId: string, page = 1): string {
  const address = `${userAddress(userId)}?tab=roles`;
  return page > 1 ? `${address}&organizations=${page}` : address;
}

/** The id that a path segment stands for, or the segment itself where it is no valid encoding. */
export function userIdOf(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
