import type { EmailAddressProblem } from '#messages/de/sentences/email-address.ts';

const localPartLengthMax = 64;
const addressLengthMax = 254;

/** Nothing beyond this is looked at more closely. */
const typedLengthMax = 2_000;

/** RFC 5321's unquoted local part, with the letters of RFC 6531; quotes and comments are refused. */
const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

/** At least two labels of letters, digits and hyphens. */
const domain =
  /^([\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])$/u;

export type EmailAddress = { ok: true; address: string } | { ok: false; sentence: EmailAddressProblem };

/**
 * The address in the form in which it is stored: NFKC first, so that no look-alike of `@` or a letter slips
 * through, without surrounding blanks, in lower case as database connections keep it. Exactly one `@`; no
 * quotes, commas, blanks or control characters; the parts no longer than RFC 5321 allows.
 */
export function parseEmailAddress(typed: string): EmailAddress {
  if (typed.length > typedLengthMax) return tooLong();
  const address = typed.trim().normalize('NFKC').toLowerCase();
  const [local = '', host = '', ...more] = address.split('@');
  if (!address.includes('@') || more.length > 0) return refused('An e-mail address has exactly one @.');
  if (/[\s\p{C}]/u.test(address))
    return refused('An e-mail address holds no blanks or invisible characters.');
  if (/[",;:<>()[\]\\]/.test(address)) {
    return refused('An e-mail address holds no quotes, commas or brackets.');
  }
  if (local.length > localPartLengthMax) {
    return refused('The part before the @ has at most 64 characters.');
  }
  if (address.length > addressLengthMax) return tooLong();
  if (!localPart.test(local)) return refused('The part before the @ is not that of an e-mail address.');
  if (!domain.test(host)) return refused('The part after the @ is not a domain such as example.com.');
  return { ok: true, address };
}

function tooLong(): EmailAddress {
  return refused('An e-mail address has at most 254 characters.');
}

function refused(sentence: EmailAddressProblem): EmailAddress {
  return { ok: false, sentence };
}
