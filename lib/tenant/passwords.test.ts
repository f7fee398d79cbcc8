import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { checkPasswordPolicy, hashPassword, passwordHistorySize, verifyPassword } from './passwords.ts';

const kelly = { name: 'Kelly Moreau', email: 'kel.mo@example.com', username: 'km' };

function refusal(options: JsonObject, password: string): string | undefined {
  return checkPasswordPolicy({ options }, password, kelly)?.split(':')[0];
}

describe('hashing', () => {
  test('a hash fits its password only, and no two hashes are the same', async () => {
    const [one, other] = await Promise.all([hashPassword('Tr0ub4dor é'), hashPassword('Tr0ub4dor é')]);
    expect(one).not.toBe(other);
    expect(one).not.toContain('Tr0ub4dor');
    expect(await verifyPassword('Tr0ub4dor é', one)).toBe(true);
    expect(await verifyPassword('Tr0ub4dor e', one)).toBe(false);
  });

  test('what is no hash fits no password', async () => {
    for (const hash of ['', 'scrypt$1$1$1$$', '$2b$10$abcdefghijklmnopqrstuv', 'plain']) {
      expect(await verifyPassword('plain', hash)).toBe(false);
    }
  });
});

describe('password policies', () => {
  const weak = 'PasswordStrengthError';
  const complexity = (rules: JsonObject) => ({ password_options: { complexity: rules } });
  const rows: [title: string, options: JsonObject, taken: string, refused: string, why: string][] = [
    ['none', { passwordPolicy: 'none' }, 'a', '', weak],
    ['no policy', {}, 'a', '', weak],
    ['low', { passwordPolicy: 'low' }, 'abcdef', 'abcde', weak],
    ['fair', { passwordPolicy: 'fair' }, 'abcdefG1', 'abcdefg1', weak],
    ['good', { passwordPolicy: 'good' }, 'abcdefg1!', 'abcdefg1', weak],
    ['excellent', { passwordPolicy: 'excellent' }, 'abcdefgh1!', 'abcdefggg1!', weak],
    [
      'a length of its own',
      { passwordPolicy: 'low', password_complexity_options: { min_length: 9 } },
      'abcdefghi',
      'abcdefgh',
      weak,
    ],
    ['72 bytes', {}, 'é'.repeat(36), 'é'.repeat(37), 'PasswordTooLongError'],
    [
      'names',
      { password_no_personal_info: { enable: true } },
      'blueberry',
      'xMOREAUx',
      'PasswordNoUserInfoError',
    ],
    [
      'addresses',
      { password_options: { profile_data: { active: true } } },
      'blueberry',
      'my-kel-1',
      'PasswordNoUserInfoError',
    ],
    [
      'common words',
      { password_dictionary: { enable: true } },
      'blueberry',
      'PASSWORD123',
      'PasswordDictionaryError',
    ],
    [
      'words of its own',
      { password_dictionary: { enable: true, dictionary: ['Acme'] } },
      'acme2',
      'aCME',
      'PasswordDictionaryError',
    ],
    [
      'new words',
      { password_options: { dictionary: { active: true, custom: ['Acme'] } } },
      'acme2',
      'acme',
      'PasswordDictionaryError',
    ],
    ['new length', { passwordPolicy: 'excellent', ...complexity({ min_length: 4 }) }, 'abcd', 'abc', weak],
    ['new types', complexity({ character_types: ['uppercase', 'special'] }), 'A!', 'A1', weak],
    [
      'three of four',
      complexity({
        character_types: ['uppercase', 'lowercase', 'number', 'special'],
        character_type_rule: 'three_of_four',
      }),
      'aA1',
      'aA',
      weak,
    ],
    ['identical characters', complexity({ identical_characters: 'block' }), 'aabb', 'aaab', weak],
    ['sequences', complexity({ sequential_characters: 'block' }), 'ab12', 'abc', weak],
  ];

  test.each(rows)('%s', (_title, options, taken, refused, why) => {
    expect(refusal(options, taken)).toBeUndefined();
    expect(refusal(options, refused)).toBe(why);
  });

  test('earlier passwords are refused by as many as the connection keeps', () => {
    expect(passwordHistorySize({ options: { password_history: { enable: true, size: 3 } } })).toBe(3);
    expect(passwordHistorySize({ options: { password_options: { history: { active: true } } } })).toBe(5);
    expect(passwordHistorySize({ options: { password_history: { enable: false, size: 3 } } })).toBe(0);
  });
});
