import { describe, expect, test } from 'vitest';
import { generatePassword } from './generate-password.ts';
import { checkPassword } from './password-policy.ts';
import { passwordRulesOf } from './password-rules.ts';

const policies = {
  none: { passwordPolicy: 'none' },
  low: { passwordPolicy: 'low' },
  fair: { passwordPolicy: 'fair' },
  good: { passwordPolicy: 'good', password_no_personal_info: { enable: true } },
  excellent: { passwordPolicy: 'excellent', password_complexity_options: { min_length: 60 } },
  newer: {
    password_options: {
      complexity: {
        min_length: 20,
        character_types: ['lowercase', 'uppercase', 'number', 'special'],
        identical_characters: 'block',
        sequential_characters: 'block',
      },
    },
  },
};

describe('a generated password', () => {
  test.each(Object.entries(policies))('meets every rule of the policy ‘%s’', (_, options) => {
    const rules = passwordRulesOf(options);
    for (let time = 0; time < 50; time++) {
      const password = generatePassword(rules, ['kelly@example.com']) ?? '';
      expect(checkPassword(rules, password, ['kelly@example.com']).filter((result) => !result.ok)).toEqual(
        [],
      );
    }
  });

  test('is never the same twice, and long enough not to be guessed', () => {
    const passwords = Array.from({ length: 200 }, () => generatePassword([]) ?? '');
    expect(new Set(passwords).size).toBe(200);
    expect(Math.min(...passwords.map((password) => password.length))).toBeGreaterThanOrEqual(19);
  });

  test('is not made where no password can meet the policy', () => {
    const impossible = passwordRulesOf({
      passwordPolicy: 'low',
      password_complexity_options: { min_length: 100 },
    });
    expect(generatePassword(impossible)).toBeUndefined();
  });
});
