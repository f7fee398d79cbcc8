import fc from 'fast-check';
import passwordSheriff from 'password-sheriff';
import { describe, expect, test } from 'vitest';
import { checkPassword } from './password-policy.ts';
import { passwordRulesOf } from './password-rules.ts';

function isTaken(options: object, password: string, context: string[] = []): boolean {
  return checkPassword(passwordRulesOf(options), password, context).every(({ ok }) => ok);
}

const { lowerCase, upperCase, numbers, specialCharacters } = passwordSheriff.charsets;
const threeOfFour = { atLeast: 3, expressions: [lowerCase, upperCase, numbers, specialCharacters] };

/** Auth0's own policies, in the words of the library that Auth0 publishes for them. */
const policies = {
  none: { length: { minLength: 1 } },
  low: { length: { minLength: 6 } },
  fair: { length: { minLength: 8 }, contains: { expressions: [lowerCase, upperCase, numbers] } },
  good: { length: { minLength: 8 }, containsAtLeast: threeOfFour },
  excellent: { length: { minLength: 10 }, containsAtLeast: threeOfFour, identicalChars: { max: 2 } },
};

/** Few different characters, so that runs and near misses are common; none longer than 72 bytes. */
const passwords = fc
  .array(fc.constantFrom('a', 'b', 'Z', '7', '8', '!', ' ', 'é', '_', '\\'), { maxLength: 20 })
  .map((characters) => characters.join(''));

test.each(Object.entries(policies))(
  'the rules of “%s” say of any password what Auth0’s own library says',
  (passwordPolicy, rules) => {
    const sheriff = new passwordSheriff.PasswordPolicy(rules);
    fc.assert(
      fc.property(passwords, (password) => {
        expect(isTaken({ passwordPolicy }, password)).toBe(sheriff.check(password));
      }),
      { numRuns: 500 },
    );
  },
);

test('blocked sequences are those that Auth0’s own library blocks', () => {
  const sheriff = new passwordSheriff.PasswordPolicy({
    length: { minLength: 1 },
    sequentialChars: { max: 2 },
  });
  const options = { password_options: { complexity: { min_length: 1, sequential_characters: 'block' } } };
  const likely = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'C', 'B', '1', '2', '3', '!'), { maxLength: 12 })
    .map((characters) => characters.join(''));
  fc.assert(
    fc.property(likely, (password) => {
      expect(isTaken(options, password)).toBe(sheriff.check(password));
    }),
    { numRuns: 1_000 },
  );
});

describe('the connection’s options', () => {
  test('a minimum length of its own goes before the policy’s', () => {
    const options = { passwordPolicy: 'good', password_complexity_options: { min_length: 12 } };
    expect(isTaken(options, 'Abcdefgh-7x')).toBe(false);
    expect(isTaken(options, 'Abcdefgh-7xy')).toBe(true);
  });

  test('the newer options go before the older policy', () => {
    const complexity = {
      min_length: 4,
      character_types: ['lowercase', 'number'],
      character_type_rule: 'all',
    };
    const options = { passwordPolicy: 'excellent', password_options: { complexity } };
    expect(isTaken(options, 'abcd')).toBe(false);
    expect(isTaken(options, 'abc7')).toBe(true);
  });

  test('nobody’s password holds their name or address where that is forbidden, and may where it is not', () => {
    const forbidden = { passwordPolicy: 'low', password_no_personal_info: { enable: true } };
    const context = ['nina.oezdemir@example.com', 'Nina', ''];
    expect(isTaken(forbidden, 'xxOEZDEMIRxx', context)).toBe(false);
    expect(isTaken(forbidden, 'unrelated-words', context)).toBe(true);
    expect(isTaken({ passwordPolicy: 'low' }, 'xxOEZDEMIRxx', context)).toBe(true);
  });

  test('a listed word is refused in any case', () => {
    const options = {
      passwordPolicy: 'low',
      password_dictionary: { enable: true, dictionary: ['Steward7'] },
    };
    expect(isTaken(options, 'sTEWARD7')).toBe(false);
    expect(isTaken(options, 'steward78')).toBe(true);
  });

  test('72 bytes are taken and 73 are not, however few characters they are', () => {
    expect(isTaken({}, 'é'.repeat(36))).toBe(true);
    expect(isTaken({}, `${'é'.repeat(36)}a`)).toBe(false);
  });

  test.each([undefined, null, 'none', [], { passwordPolicy: 7, password_options: 'x' }])(
    'options that say nothing (%j) ask for a password that is not empty',
    (options) => {
      const rules = passwordRulesOf(options);
      expect(checkPassword(rules, '').some(({ ok }) => !ok)).toBe(true);
      expect(checkPassword(rules, 'x').every(({ ok }) => ok)).toBe(true);
    },
  );

  test('every rule of a policy has an id of its own and a label', () => {
    const rules = passwordRulesOf({
      passwordPolicy: 'fair',
      password_no_personal_info: { enable: true },
      password_dictionary: { enable: true, dictionary: ['x'] },
    });
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.every(({ label }) => label.length > 0)).toBe(true);
  });
});
