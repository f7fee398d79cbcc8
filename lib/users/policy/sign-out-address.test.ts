import { expect, test, vi } from 'vitest';
import { answering, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { signOutAddress } from './sign-out-address.ts';

const world = worldWithOwnHooks();

async function addressWith(logoutUrl: unknown): Promise<string | undefined> {
  await world.tenant.setHooks({ settings: answering({ dict: { logoutUrl } }) });
  return signOutAddress(signedIn(world.people.kelly));
}

test.each([
  ['https://intranet.example.com/bye?from=steward', 'https://intranet.example.com/bye?from=steward'],
  ['/signed-out', 'http://localhost:3000/signed-out'],
  ['http://localhost:3000/signed-out', 'http://localhost:3000/signed-out'],
])('sign-out lands where the settings hook says: %s', async (said, address) => {
  expect(await addressWith(said)).toBe(address);
});

test.each([
  'http://intranet.example.com/',
  '//evil.example/',
  '/\\evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'intranet.example.com',
  'https://',
  '',
])(
  'what is no https address and no path of the console is not used, and the operator is told: %j',
  async (said) => {
    const told = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(await addressWith(said)).toBeUndefined();
    expect(told).toHaveBeenCalledWith(expect.stringContaining('dict.logoutUrl'));
    told.mockRestore();
  },
);

test('the settings hook is asked for this manager', async () => {
  await world.tenant.setHooks({
    settings: `function(ctx, callback) {
      callback(null, { dict: { logoutUrl: '/bye/' + ctx.request.user.app_metadata.department } });
    }`,
  });
  expect(await signOutAddress(signedIn(world.people.kelly))).toMatch(/\/bye\/Finance$/);
  expect(await signOutAddress(signedIn(world.people.ivan))).toMatch(/\/bye\/IT$/);
});

test('without a word from the hook sign-out lands on the console’s own page', async () => {
  expect(await addressWith(undefined)).toBeUndefined();
});
