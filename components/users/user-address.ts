/** The address of a user's page. Ids hold `|` and may hold `/`, `?`, `#` and `%`. */
export function userAddress(userId: string): string {
  return `/users/${encodeURIComponent(userId)}`;
}

/** The address of a user's edit form. */
export function editUserAddress(userId: string): string {
  return `${userAddress(userId)}/edit`;
}

/** The id that a path segment stands for, or the segment itself where it is no valid encoding. */
export function userIdOf(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
