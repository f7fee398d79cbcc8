import type { LogEntry } from '#lib/auth0/log-entry.ts';
import type { User } from '#lib/auth0/user.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';

const hiddenValue = '[hidden]';
const somebodyElse = '[somebody else]';

/** Names of members that hold a secret, or a part of one. `client_id`, `status_code` and the like are none. */
const secretName =
  /token|secret|passw|ticket|cookie|assertion|verifier|nonce|credential|authorization|signature|private|session_?id|^sid$|^(auth_?)?code$|^otp$|^link$|recovery_?code|^jwt$|^jti$|^state$/i;

/** Ends in a way that says what it is about, not what it is. */
const harmlessName = /(_type|_method|_alg|_kid|_count|_at|_name|Counter|Type|Count)$/;

/**
 * An entry without secrets: tokens, tickets, cookies and codes are hidden wherever they stand, addresses lose
 * their query and fragment.
 */
export function withoutSecrets(entry: LogEntry): LogEntry {
  const hidden = mapText(entry, (text) => withoutSecretsInText(text), true);
  return {
    ...(isJsonObject(hidden) ? hidden : {}),
    log_id: entry.log_id,
    type: entry.type,
    date: entry.date,
  };
}

/** Addresses without query and fragment; signed tokens and what follows `Bearer` hidden. */
export function withoutSecretsInText(text: string): string {
  return text
    .replace(/\b(https?:\/\/[^\s"'<>?#]+)[?#][^\s"'<>]*/gi, `$1?${hiddenValue}`)
    .replace(/\beyJ[\w-]{8,}\.[\w-]+(\.[\w-]*)*/g, hiddenValue)
    .replace(/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${hiddenValue}`)
    .replace(
      /\b((?:access_|id_|refresh_)?token|code|ticket|password|secret)=[^\s&"']+/gi,
      `$1=${hiddenValue}`,
    );
}

/** Whatever looks like an e-mail address or an id of another than this user is hidden. */
export function withoutOthers<Value extends Json | undefined>(value: Value, user: User): Value {
  const own = new Set(
    [user.user_id, user.email, user.username, ...identitiesOf(user)].flatMap((name) =>
      typeof name === 'string' ? name.toLowerCase() : [],
    ),
  );
  const hide = (text: string) =>
    text
      .replace(/[^\s"'<>(),;:=/]+@[^\s"'<>(),;:=/]+/g, (found) =>
        own.has(found.toLowerCase()) ? found : somebodyElse,
      )
      .replace(/\b[a-z0-9-]+(\||%7C)[^\s"'<>(),;?&#]+/gi, (found) =>
        own.has(found.replace(/%7C/i, '|').toLowerCase()) ? found : somebodyElse,
      );
  return mapText(value, hide, false) as Value;
}

function identitiesOf({ identities }: User): string[] {
  if (!Array.isArray(identities)) return [];
  return identities.map(({ provider, user_id: id }) => `${provider}|${id}`);
}

function mapText(
  value: Json | undefined,
  change: (text: string) => string,
  hidesSecrets: boolean,
): Json | undefined {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((element) => mapText(element, change, hidesSecrets) ?? null);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, member]): [string, Json | undefined] => {
    const isSecret = hidesSecrets && secretName.test(name) && !harmlessName.test(name);
    return [change(name), isSecret ? hiddenWhole(member) : mapText(member, change, hidesSecrets)];
  });
  return Object.fromEntries(members) satisfies JsonObject;
}

/** That there is something stays to be seen; truth values and nothing are no secrets. */
function hiddenWhole(value: Json | undefined): Json | undefined {
  return value === undefined || value === null || typeof value === 'boolean' ? value : hiddenValue;
}
