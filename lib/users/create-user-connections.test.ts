import { describe, expect, test } from 'vitest';
import { type People, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { worldWithPeople } from '#lib/testing/world.ts';
import { createUser } from './create-user.ts';
import type { FormValues } from './form/user-form.ts';
import { permit } from './permit.ts';

const world = worldWithPeople();

const password = 'Correct-horse-7';
const nina: FormValues = { email: 'nina@example.com', password, repeatPassword: password };

async function readAs(who: keyof People, userId: string) {
  return (await permit(signedIn(world.people[who]), userId, 'read:user')).user;
}

describe('Ivan, who is in IT', () => {
  test.each(['Engineering', 'Finance', 'HR', 'IT', 'Marketing'])(
    'creates users in %s',
    async (department) => {
      const values = { ...nina, memberships: [department], connection: 'Username-Password-Authentication' };
      const created = await createUser(signedIn(world.people.ivan), { values });
      expect((await readAs('ivan', created.userId)).app_metadata).toEqual({ department });
    },
  );

  test('has to choose a department and a connection', async () => {
    const problem = await problemOf(createUser(signedIn(world.people.ivan), { values: nina }));
    expect(problem.fields).toEqual({
      memberships: 'Department is required.',
      connection: 'Connection is required.',
    });
  });

  test('needs a username where the connection asks for one, and cannot give one where it does not', async () => {
    const contractor = { ...nina, memberships: ['IT'], connection: 'Contractors' };
    expect((await problemOf(createUser(signedIn(world.people.ivan), { values: contractor }))).fields).toEqual(
      {
        username: 'Username is required.',
      },
    );
    const created = await createUser(signedIn(world.people.ivan), {
      values: { ...contractor, username: 'nina7' },
    });
    expect(await readAs('ivan', created.userId)).toMatchObject({
      username: 'nina7',
      email: 'nina@example.com',
    });
    const employee = {
      ...nina,
      email: 'omar@example.com',
      memberships: ['IT'],
      connection: 'Username-Password-Authentication',
      username: 'omar7',
    };
    expect(
      (await problemOf(createUser(signedIn(world.people.ivan), { values: employee }))).fields,
    ).toHaveProperty('username');
  });

  test.each(['ab', 'x'.repeat(21), 'nina ö', 'nina"7'])('cannot give the username “%s”', async (username) => {
    const values = { ...nina, memberships: ['IT'], connection: 'Contractors', username };
    expect((await problemOf(createUser(signedIn(world.people.ivan), { values }))).fields).toHaveProperty(
      'username',
    );
  });
});
