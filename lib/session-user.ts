import { readManagersByEmail, readManagerUser } from '#lib/auth0/read-user.ts';
import { readCountedRoles } from '#lib/auth0/read-user-roles.ts';
import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import type { SignedIn } from '#lib/sign-in/signed-in.ts';
import { parseEmailAddress } from '#lib/users/form/email-address.ts';
import { type Manager, managerOf } from '#lib/users/manager.ts';
import { type Words, words } from '#lib/words.ts';

interface UserWhoSignedIn {
  user: User;
  /** Roles that the tenant itself assigns, where those count. */
  tenantRoles: Awaited<ReturnType<typeof readCountedRoles>>;
}

/**
 * The user of the tenant who signed in, read for this request. By id, or by an e-mail address that is verified
 * both where the person signed in and in the tenant, and that exactly one user has.
 * @throws AppError 'no-role' with a sentence for somebody who is no user of this tenant, or is blocked in it
 */
export async function userWhoSignedIn({
  person,
  at,
}: Pick<SignedIn, 'person' | 'at'>): Promise<UserWhoSignedIn> {
  if (person.by === 'user-id') {
    const [user, tenantRoles] = await Promise.all([
      readManagerUser(person.userId),
      readCountedRoles(person.userId),
    ]);
    return { user: unblocked(user ?? refuse(words(notHere))), tenantRoles };
  }
  if (person.email === '') refuse(words(noAddress, { at }));
  const address = addressOf(person.email) ?? refuse(words(oddAddress, { at }));
  if (!person.isVerified) {
    refuse(
      words(
        'Your e-mail address {address} is not verified at {at}. Have it verified there, then sign out here and sign in again.',
        { address, at },
      ),
    );
  }
  const user = unblocked(onlyOne(await usersWith(person.email, address), address));
  return { user, tenantRoles: await readCountedRoles(user.user_id) };
}

/**
 * Somebody who had asked for what takes longer than a request, with profile and roles as they are by now;
 * `undefined` when they are gone or blocked.
 */
export async function managerOnceMore({
  userId,
  claims,
  locale,
}: {
  userId: string;
  claims: JsonObject;
  locale: string;
}): Promise<Manager | undefined> {
  const [user, tenantRoles] = await Promise.all([readManagerUser(userId), readCountedRoles(userId)]);
  return user && !user.blocked ? managerOf(user, claims, locale, tenantRoles) : undefined;
}

const noAddress =
  'Your sign-in at {at} tells no e-mail address, so you cannot be found among the users of this tenant. Ask your administrator.';

const oddAddress =
  'Your sign-in at {at} tells an odd e-mail address, so you cannot be found among the users of this tenant. Ask your administrator.';

const notHere = 'You can sign in, but you are not a user of this tenant. Ask your administrator.';

/** Everybody whose address this is; as the provider writes it too, because the tenant compares letter by letter. */
async function usersWith(asWritten: string, address: string): Promise<User[]> {
  const spellings = [...new Set([address, asWritten])];
  const found = (await Promise.all(spellings.map(readManagersByEmail))).flat();
  return found.filter(
    (user, at) =>
      addressOf(user.email) === address && found.findIndex(({ user_id }) => user_id === user.user_id) === at,
  );
}

/** Addresses that nobody has verified count for nobody, else anybody could claim one or be in its owner’s way. */
function onlyOne(users: User[], address: string): User {
  const [user, ...others] = users.filter(({ email_verified: isVerified }) => isVerified === true);
  if (others.length > 0) {
    refuse(
      words(
        'Several users of this tenant have the e-mail address {address}, so it is not clear which of them you are. Ask your administrator.',
        { address },
      ),
    );
  }
  if (user) return user;
  return refuse(
    users.length > 0
      ? words(
          'The e-mail address {address} is not verified in this tenant, so it does not show that you are its user. Ask your administrator.',
          { address },
        )
      : words(
          'You can sign in as {address}, but you are not a user of this tenant. Ask your administrator to add you.',
          { address },
        ),
  );
}

function addressOf(email: unknown): string | undefined {
  const parsed = typeof email === 'string' ? parseEmailAddress(email) : undefined;
  return parsed?.ok ? parsed.address : undefined;
}

function unblocked(user: User): User {
  if (user.blocked) refuse(words('You are blocked in this tenant. Ask your administrator.'));
  return user;
}

function refuse(sentence: Words): never {
  throw new AppError('no-role', sentence);
}
