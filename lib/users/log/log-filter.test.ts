import { expect, test } from 'vitest';
import { logQueryString, wholeLog } from './log-filter.ts';
import { logInputOf } from './schema-log.ts';

test('a filter comes back from the address that it makes', () => {
  const filter = {
    ...wholeLog,
    text: 'a&b=c "d"',
    event: 'group:sign-in',
    user: 'auth0|nina',
    client: 'Portal',
    period: 'days' as const,
    since: '2026-11-01',
    until: '2026-11-02',
    order: 'oldest' as const,
    from: 'after~9002026',
  };
  const query = Object.fromEntries(new URLSearchParams(logQueryString(filter)));
  expect(logInputOf(query)).toEqual(filter);
});

test('the whole log has a plain address, and what an address gets wrong counts as left out', () => {
  expect(logQueryString(wholeLog)).toBe('');
  expect(logQueryString({ ...wholeLog, since: '2026-11-01' })).toBe('');
  const wrong = { period: 'ever', since: 'yesterday', order: 'odd', q: ['a', 'b'], event: 'x'.repeat(501) };
  expect(logInputOf(wrong)).toEqual({ ...wholeLog, text: 'a', from: '' });
});
