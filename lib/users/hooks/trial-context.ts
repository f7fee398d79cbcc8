import type { HookName } from '#lib/hook-runner/hook.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import type { Manager } from '../manager.ts';
import { askAccess } from '../permit/permit-access.ts';
import { membershipChoices } from '../policy/memberships.ts';
import { type Policy, policyFor } from '../policy/policy.ts';

/** What of a profile stands in the preset: enough for a hook to decide by, and short enough to be read. */
const shownMembers = ['user_id', 'email', 'name', 'app_metadata', 'user_metadata'];

/**
 * A `ctx` as one hook is given it, to begin trying it with: the manager at `request.user`, and somebody new of
 * the manager's own department as the user. A hook that fails leaves its part out.
 */
export async function trialContext(manager: Manager, name: HookName): Promise<JsonObject> {
  const policy = await policyFor(manager).catch(() => undefined);
  const user = { ...(await shownOf(manager, policy)), scope: [...manager.scope] };
  const { defaultPayload, userFields, ...first } = await membersOf(name, manager, policy, user);
  // What is changed most often stands first, and what is longest last.
  return { ...first, request: { user }, defaultPayload, userFields };
}

/**
 * The manager as the access hook lets them be seen. Where raw profiles are not shown, metadata are left out here
 * too: whoever tries a hook puts in what it needs.
 */
async function shownOf(manager: Manager, policy: Policy | undefined): Promise<JsonObject> {
  const question = { user: manager.user, action: 'read:user' } as const;
  const [answer] = policy ? await askAccess(manager, policy, [question]) : [];
  const isWhole = answer?.permitted === true && policy?.settings.suppressRawData === false;
  const profile: JsonObject = answer?.permitted ? { ...answer.seenAs } : { ...manager.user };
  const members = shownMembers.filter((member) => isWhole || !member.endsWith('_metadata'));
  return Object.fromEntries(
    members.flatMap((member) => {
      const value = profile[member];
      return value === undefined ? [] : [[member, value]];
    }),
  );
}

async function membersOf(
  name: HookName,
  manager: Manager,
  policy: Policy | undefined,
  user: JsonObject,
): Promise<JsonObject> {
  switch (name) {
    case 'access':
      return { payload: { user: someUser(user), action: 'read:user' } };
    case 'filter':
      return { payload: { search: '', filterBy: '' } };
    case 'memberships':
      return { payload: { user: withoutScope(user) } };
    case 'settings':
      return { locale: manager.locale };
    case 'customDomain':
      return { method: 'create', payload: await somePayload(manager, policy) };
    case 'write': {
      const payload = await somePayload(manager, policy);
      const { memberships: names, ...others } = payload;
      const userFields: Json | undefined = policy?.settings.userFieldsAsWritten;
      return {
        method: 'create',
        payload,
        defaultPayload: { ...others, app_metadata: { memberships: names ?? [] } },
        ...(userFields !== undefined && { userFields }),
      };
    }
  }
}

const withoutScope = ({ scope: _scope, ...user }: JsonObject): JsonObject => user;

/** Somebody else with the manager's metadata, so that what is decided by department finds one. */
function someUser(manager: JsonObject): JsonObject {
  const metadata = isJsonObject(manager.app_metadata) ? manager.app_metadata : {};
  const { roles: _roles, permissions: _permissions, authorization: _authorization, ...rest } = metadata;
  return { user_id: 'auth0|trial', email: 'nina@example.com', name: 'Nina', app_metadata: rest };
}

async function somePayload(manager: Manager, policy: Policy | undefined): Promise<JsonObject> {
  const answer = policy && (await membershipChoices(manager, policy).catch(() => undefined));
  const chosen = (answer?.choices ?? []).slice(0, 1);
  const [connection = 'Username-Password-Authentication'] = policy?.settings.connections ?? [];
  return {
    email: 'nina@example.com',
    password: 'Correct-horse-7',
    connection,
    memberships:
      policy?.settings.memberships === 'options'
        ? chosen.map((name) => ({ value: name, label: name }))
        : chosen,
  };
}
