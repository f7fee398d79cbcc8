import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { ownWrites } from '#lib/state/own-writes.ts';
import { editAs, ninaOfFinance } from '#lib/testing/edit.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { permit } from './permit.ts';
import type { FormValues } from './user-form.ts';

let tenant: TestTenant;
let people: People;
let nina: User;

const password = 'Correct-horse-7';

beforeAll(async () => {
  tenant = await startTestTenant();
});
beforeEach(async () => {
  await tenant.reset();
  people = await putPeople(tenant);
  nina = await tenant.putUser(ninaOfFinance);
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const edit = (who: keyof People, values: FormValues, userId = nina.user_id) =>
  editAs(people[who], userId, values);

async function read(userId = nina.user_id): Promise<User> {
  return (await permit(signedIn(people.ivan), userId, 'read:user')).user;
}

describe('what the API does not take together', () => {
  let contractor: User;
  beforeEach(async () => {
    contractor = await tenant.putUser({
      user_id: 'auth0|contractor',
      email: 'omar@example.com',
      username: 'omar',
      name: 'Omar',
      identities: [{ connection: 'Contractors', provider: 'auth0', user_id: 'contractor', isSocial: false }],
      app_metadata: { department: 'Finance' },
    });
  });

  const everything: FormValues = {
    name: 'Omar Two',
    email: 'omar2@example.com',
    username: 'Omar2',
    password,
    repeatPassword: password,
    'user_metadata.title': 'Auditor',
  };

  test('is sent apart: profile with the e-mail address, the username, the password', async () => {
    const bodies = await bodiesSentBy(() => edit('ivan', everything, contractor.user_id));
    const connection = 'Contractors';
    expect(bodies).toEqual([
      { name: 'Omar Two', email: 'omar2@example.com', user_metadata: { title: 'Auditor' }, connection },
      { username: 'Omar2', connection },
      { password, connection },
    ]);
    expect(await read(contractor.user_id)).toMatchObject({
      name: 'Omar Two',
      email: 'omar2@example.com',
      username: 'omar2',
      user_metadata: { title: 'Auditor' },
    });
  });

  test('when a later part fails, the manager reads what was saved and what was not', async () => {
    await tenant.putUser({
      user_id: 'auth0|taken',
      email: 'taken@example.com',
      username: 'taken',
      identities: [{ connection: 'Contractors', provider: 'auth0', user_id: 'taken', isSocial: false }],
      app_metadata: { department: 'HR' },
    });
    const problem = await problemOf(edit('ivan', { ...everything, username: 'taken' }, contractor.user_id));
    expect(problem).toMatchObject({
      code: 'partly-saved',
      saved: ['E-mail address', 'Display name', 'Job title'],
      notSaved: ['Username', 'New password'],
    });
    expect(problem.message).not.toContain('Nothing was changed');
    expect(JSON.stringify(problem)).not.toContain(password);
    expect(await read(contractor.user_id)).toMatchObject({
      name: 'Omar Two',
      email: 'omar2@example.com',
      username: 'omar',
    });
    expect((await ownWrites()).written.get(contractor.user_id)?.found).toMatchObject({ name: 'Omar Two' });
  });

  test('when the first part fails, nothing was saved', async () => {
    await tenant.putUser({
      user_id: 'auth0|taken',
      email: 'taken@example.com',
      identities: [{ connection: 'Contractors', provider: 'auth0', user_id: 'taken', isSocial: false }],
      app_metadata: { department: 'HR' },
    });
    const values = { ...everything, email: 'taken@example.com' };
    const problem = await problemOf(edit('ivan', values, contractor.user_id));
    expect(problem).toMatchObject({ code: 'already-taken' });
    expect(await read(contractor.user_id)).toEqual(contractor);
  });
});
