import { beforeEach, describe, expect, test } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import { ownWrites } from '#lib/state/own-writes.ts';
import { worldOfEdits } from '#lib/testing/edit-world.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import type { FormValues } from '../form/user-form.ts';

const world = worldOfEdits();
const { edit, read } = world;

const password = 'Correct-horse-7';

describe('what the API does not take together', () => {
  let contractor: User;
  beforeEach(async () => {
    contractor = await world.tenant.putUser({
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
    await world.tenant.putUser({
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
    await world.tenant.putUser({
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
