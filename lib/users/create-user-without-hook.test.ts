import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { worldWithPeople } from '#lib/testing/world.ts';
import { createUser } from './create-user.ts';
import { permit } from './permit.ts';

const world = worldWithPeople('own');

const password = 'Correct-horse-7';
const values = { email: 'nina@example.com', password, repeatPassword: password };

const settings = (answer: JsonObject) =>
  `function (ctx, callback) { callback(null, ${JSON.stringify(answer)}); }`;
const onlyMain = { connections: ['Username-Password-Authentication'] };

describe('without a write hook', () => {
  test('defaultPayload and the declared fields are sent', async () => {
    await world.tenant.setHooks({
      memberships: `(ctx, callback) => callback(null, ['Finance', 'HR'])`,
      access: '(ctx, callback) => callback()',
      settings: settings({
        ...onlyMain,
        userFields: [
          { property: 'given_name', create: true },
          { property: 'user_metadata.address.city', create: true },
          { property: 'app_metadata.costCenter', create: true },
        ],
      }),
    });
    const created = await createUser(signedIn(world.people.kelly), {
      values: {
        ...values,
        memberships: ['HR', 'Finance'],
        given_name: 'Nina',
        'user_metadata.address.city': 'Berlin',
        'app_metadata.costCenter': 'FI-2040',
      },
    });
    const { user } = await permit(signedIn(world.people.kelly), created.userId, 'read:user');
    expect(user).toMatchObject({
      email: 'nina@example.com',
      given_name: 'Nina',
      user_metadata: { address: { city: 'Berlin' } },
      app_metadata: { memberships: ['HR', 'Finance'], costCenter: 'FI-2040' },
    });
  });

  test('nobody but an administrator creates where there is no hook at all', async () => {
    await world.tenant.setHooks({});
    const picked = { values: { ...values, connection: 'Username-Password-Authentication' } };
    expect(await problemOf(createUser(signedIn(world.people.kelly), picked))).toMatchObject({
      code: 'refused-by-guard',
    });
    await expect(createUser(signedIn(world.people.ivan), picked)).resolves.toMatchObject({
      email: 'nina@example.com',
    });
  });
});
