import type { User } from '#lib/auth0/user.ts';

/** The name, else the e-mail address, the username, the id. A mask may have taken any of them away. */
export function displayNameOf(user: User): string {
  const names = [user.name, user.email, user.username];
  return names.find((name) => typeof name === 'string' && name.trim() !== '') ?? user.user_id;
}
