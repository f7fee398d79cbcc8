import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';

/** What stands where a secret was. */
export const secretMark = '[secret]';

/** Texts of fewer characters are taken out only where they stand alone: they are a part of too many others. */
const charactersOfPartMin = 5;

const secretName =
  /pass(?:word|wd|phrase|code)|^pwd$|secret|token|ticket|cookie|authorization|credential|api[-_]?key|private[-_]?key|recovery[-_]?code|(?:^|[-_.])otp/i;

/** Names with such a word in them whose values say nothing of the secret itself. */
const tellingNames = new Set(['last_password_reset', 'verify_password', 'password_set_date']);

/** Whether what has this name is a secret, whatever it is. */
export function isSecretName(name: string): boolean {
  return secretName.test(name) && !tellingNames.has(name);
}

/** Every text and number that stands in a value under the name of a secret. */
export function secretsIn(value: unknown, isSecret = false): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => secretsIn(one, isSecret));
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([name, member]) =>
      secretsIn(member, isSecret || isSecretName(name)),
    );
  }
  const isText = typeof value === 'string' || typeof value === 'number';
  return isSecret && isText && `${value}` !== '' ? [`${value}`] : [];
}

/** Takes secrets out of what is to be kept. */
export interface Scrubber {
  text(text: string): string;
  /** Also whatever stands under the name of a secret. */
  object(object: JsonObject): JsonObject;
}

/** Finds secrets wherever they stand, in whatever case. Making one costs more than using it. */
export interface SecretPattern {
  readonly pattern: RegExp;
  /** The characters of the shortest text that can hold one. */
  readonly shortest: number;
}

export function secretPatternOf(known: Iterable<string>): SecretPattern | undefined {
  const writings = [...new Set([...known].filter((secret) => secret !== '').flatMap(writingsOf))];
  if (writings.length === 0) return undefined;
  // The longest first, so that of a secret within another one nothing is left.
  const patterns = writings.toSorted((one, other) => other.length - one.length).map(asPattern);
  return {
    pattern: new RegExp(patterns.join('|'), 'giu'),
    shortest: Math.min(...writings.map((writing) => writing.length)),
  };
}

/** @param wanted what is known to be secret; of what stands within another, the other comes first */
export function scrubberOf(wanted: readonly (SecretPattern | undefined)[]): Scrubber {
  const text = (one: string): string =>
    wanted.reduce(
      (left, secret) =>
        secret && left.length >= secret.shortest ? left.replace(secret.pattern, secretMark) : left,
      one,
    );
  const json = (value: Json | undefined): Json => {
    if (typeof value === 'string') return text(value);
    if (typeof value === 'number') return text(`${value}`) === `${value}` ? value : secretMark;
    if (Array.isArray(value)) return value.map(json);
    return isJsonObject(value) ? object(value) : (value ?? null);
  };
  const object = (members: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(members)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => [text(name), isSecretName(name) ? markOf(member) : json(member)]),
    );
  return { text, object };
}

/** That there was none is no secret. */
function markOf(member: Json | undefined): Json {
  return member === null || member === undefined || member === '' ? (member ?? null) : secretMark;
}

/** As it is, in capitals (`ß` becomes `SS`), and as either stands within JSON and in an address. */
function writingsOf(secret: string): string[] {
  return [secret, secret.toUpperCase(), secret.toLowerCase()].flatMap((text) => [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text.toWellFormed()),
  ]);
}

function asPattern(text: string): string {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return [...text].length >= charactersOfPartMin
    ? literal
    : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
}
