import type { User } from '#lib/auth0/user.ts';
import { textsOf } from '../list/list-users-cells.ts';
import type { Policy } from '../policy/policy.ts';
import type { UserField } from '../policy/settings-schema.ts';
import type { PageFact, UserView } from '../user-view.ts';
import { labelOf } from './field-label.ts';

/** What every user's page tells by itself, by the property as settings hooks name it. */
const factOfProperty = new Map<string, PageFact>(
  Object.entries({
    username: 'username',
    phone_number: 'phone_number',
    memberships: 'memberships',
    last_login: 'last_login',
    last_login_relative: 'last_login',
    logins_count: 'logins_count',
    email_verified: 'email_verified',
    multifactor: 'multifactor',
    connection: 'connection',
    identities: 'connection',
    'identities.0.connection': 'connection',
    created_at: 'created_at',
    updated_at: 'updated_at',
  } satisfies Record<string, PageFact>),
);

/** What stands in the head of the page and nowhere else. */
const inTheHead = new Set(['name', 'email', 'picture', 'blocked']);

/** Entries that change a form or take an action away; nothing of a profile. */
const notOfTheProfile = new Set(['password', 'repeatPassword', 'resetPassword', 'delete', 'client']);

/** Their place shows what a function computes of them. */
const computedInPlace = ['name', 'email', 'username'] as const;

/** What the settings hook makes of one user's page. */
export interface PageFields {
  /** The user without what the page does not show, and with what functions computed in its place. */
  shown: User;
  offPage: PageFact[];
  fields: UserView['fields'];
}

/** @param user as this manager may see them */
export async function pageFieldsOf(policy: Policy, user: User): Promise<PageFields> {
  const entries = policy.settings.userFields;
  const [fields, computed] = await Promise.all([
    Promise.all(entries.filter(isListed).map((field) => asFact(policy, user, field))),
    Promise.all(
      entries
        .filter(isComputedInPlace)
        .map(async (field) => [field.property, await textOf(policy, user, field)]),
    ),
  ]);
  const hidden = new Set(entries.filter(isHidden).map(({ property }) => property));
  const offPage = entries.filter(isOffItsPlace).flatMap(({ property }) => factOfProperty.get(property) ?? []);
  const shown: User = { ...user, ...Object.fromEntries(computed) };
  for (const property of hidden) if (property !== 'user_id') delete shown[property];
  return { shown, offPage: [...new Set(offPage)], fields };
}

function isHidden({ disable, display }: UserField): boolean {
  return disable === true || display === false;
}

function isComputedInPlace({ property, display }: UserField): boolean {
  return typeof display === 'string' && computedInPlace.some((name) => name === property);
}

/** Hidden, or computed and told among the declared fields. */
function isOffItsPlace(field: UserField): boolean {
  return isHidden(field) || (typeof field.display === 'string' && !isComputedInPlace(field));
}

function isListed(field: UserField): boolean {
  const { property, display } = field;
  if (isHidden(field) || notOfTheProfile.has(property) || inTheHead.has(property)) return false;
  return typeof display === 'string' ? !isComputedInPlace(field) : !factOfProperty.has(property);
}

async function asFact(policy: Policy, user: User, field: UserField): Promise<UserView['fields'][number]> {
  const { property } = field;
  return { property, label: labelOf(field, policy.settings), value: await textOf(policy, user, field) };
}

async function textOf(policy: Policy, user: User, field: UserField): Promise<string> {
  const { display } = field;
  const [text] = await textsOf({ field, ...(typeof display === 'string' && { display }) }, [user], policy);
  return text ?? '';
}
