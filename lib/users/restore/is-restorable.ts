/** Whether a user whom somebody deletes can be made again: those of the tenant's own databases alone. */
export function isRestorable(userId: string): boolean {
  return userId.startsWith('auth0|');
}
