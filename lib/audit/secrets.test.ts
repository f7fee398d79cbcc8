import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import { entriesAfter } from '#lib/state/records.ts';
import { setConsoleVariables } from '#lib/testing/console-variables.ts';
import { giveOwnState } from '#lib/testing/own-state.ts';
import { type AttemptBy, attempted, beginAttempt } from './attempt.ts';
import { noteBodies, noteChange, notePayload, noteSecrets } from './note.ts';
import { scrubberOf, secretMark, secretPatternOf, secretsIn } from './secrets.ts';

let endOwnState: () => Promise<void>;

beforeAll(async () => {
  endOwnState = await giveOwnState();
  setConsoleVariables();
});
afterAll(() => endOwnState());

const by: AttemptBy = {
  manager: () => ({ id: 'auth0|kelly', name: 'Kelly', roles: [], departments: [] }),
  user: (user) => ({ id: user.user_id, name: null, departments: [] }),
};

/** Names under which something secret stands. */
const secretName = fc.constantFrom(
  ...[
    'password',
    'repeatPassword',
    'new_password',
    'client_secret',
    'clientSecret',
    'access_token',
    'ticket',
  ],
  ...[
    'refreshToken',
    'cookie',
    'Set-Cookie',
    'authorization',
    'apiKey',
    'api_key',
    'private_key',
    'recovery_code',
  ],
);
/** As people choose them, with whatever signs; none that stands in every record by itself. */
const secret = fc
  .string({ unit: fc.constantFrom(...'abKQxyz0189!"\\/%&$ {}[].*+?^|äß💡'), minLength: 8, maxLength: 24 })
  .filter((text) => text.trim().length >= 8);

/** Ways in which hooks, the tenant and people quote it. */
const quoting = fc.constantFrom<(text: string) => string>(
  (text) => `The password ${text} is too weak.`,
  (text) => `${text}`,
  (text) => `x${text}x`,
  (text) => `Cannot set ${JSON.stringify({ password: text })}`,
  (text) => `https://example.com/?ticket=${encodeURIComponent(text)}`,
  (text) => text.toUpperCase(),
);

describe('no entry of the trail', () => {
  test('holds what stands under the name of a secret, wherever it is quoted', async () => {
    const attempt = fc.record({
      name: secretName,
      value: secret,
      quote: quoting,
      depth: fc.nat(3),
      code: fc.constantFrom('refused-by-hook' as const, 'tenant-refused' as const, 'partly-saved' as const),
    });
    await fc.assert(
      fc.asyncProperty(attempt, async ({ name, value, quote, depth, code }) => {
        const said = quote(value);
        let nested: JsonObject = { [name]: value };
        for (let n = 0; n < depth; n++) nested = { list: [nested, 1] };
        const before = (await entriesAfter(0, 100_000)).length;
        await attempted(by, { action: 'update:user', userId: 'auth0|nina', payload: nested }, async () => {
          notePayload({ ...nested, title: said });
          noteBodies([{ user_metadata: { [said]: said, note: [said] } }, { [name]: value }]);
          noteChange({ app_metadata: { [name]: value, said } }, { app_metadata: { said } });
          await beginAttempt();
          throw new AppError(code, said, { saved: [said], notSaved: [said] });
        }).catch(() => {});
        const entries = (await entriesAfter(0, 100_000)).slice(before);
        expect(entries).toHaveLength(2);
        const writings = [
          value,
          JSON.stringify(value).slice(1, -1),
          encodeURIComponent(value),
          value.toUpperCase(),
        ];
        for (const { content } of entries) {
          for (const text of textsIn(content)) {
            for (const writing of writings) expect(text).not.toContain(writing);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('holds a token that the console itself used, or its own secrets', async () => {
    const token = 'eyJhbGciOi.J9.abc';
    await attempted(by, { action: 'update:user', userId: null, payload: {} }, async () => {
      noteSecrets([token]);
      throw new AppError('tenant-refused', `Bearer ${token} and machine-secret are not taken.`);
    }).catch(() => {});
    const last = (await entriesAfter(0, 100_000)).at(-1)?.content.record;
    expect(last?.reason?.sentence).toBe(`Bearer ${secretMark} and ${secretMark} are not taken.`);
  });

  test('is spoilt by a secret: who, whom and what stay, even where they are the same', async () => {
    const payload = { password: 'auth0|kelly', repeatPassword: 'auth0|nina', token: 'update:user' };
    await attempted(by, { action: 'update:user', userId: 'auth0|nina', payload }, async () => {});
    const last = (await entriesAfter(0, 100_000)).at(-1)?.content.record;
    expect(last).toMatchObject({
      manager: { id: 'auth0|kelly' },
      user: { id: 'auth0|nina' },
      action: 'update:user',
      payload: { password: secretMark, repeatPassword: secretMark, token: secretMark },
    });
  });
});

describe('taking secrets out', () => {
  test('leaves what is none as it is', () => {
    const { object, text } = scrubberOf([secretPatternOf(['correct-horse'])]);
    const plain = { name: 'Nina', n: 5, b: true, none: null, list: ['a', { c: 'd' }], permissions: ['x'] };
    expect(object(plain)).toEqual(plain);
    expect(object({ last_password_reset: '2026-11-23', email_verified: true })).toEqual({
      last_password_reset: '2026-11-23',
      email_verified: true,
    });
    expect(text('A horse is correct.')).toBe('A horse is correct.');
  });

  test('takes a short one out only where it stands alone', () => {
    const { text } = scrubberOf([secretPatternOf(['ab'])]);
    expect(text('ab is not about (ab).')).toBe(`${secretMark} is not about (${secretMark}).`);
  });

  test('takes the longer of two out whole', () => {
    expect(scrubberOf([secretPatternOf(['secret', 'secret-and-more'])]).text('secret-and-more')).toBe(
      secretMark,
    );
  });

  test('finds what stands under such a name at any depth, numbers too', () => {
    expect(secretsIn({ a: [{ password: 'x', pin: 1 }], token: { value: ['y', 2, true, null] } })).toEqual([
      'x',
      'y',
      '2',
    ]);
    expect(scrubberOf([secretPatternOf(['4711'])]).object({ n: 4711, m: 47112 })).toEqual({
      n: secretMark,
      m: 47112,
    });
  });
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...textsIn(member)]);
}
