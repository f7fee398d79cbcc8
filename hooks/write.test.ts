import { afterAll, describe, expect, test } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import type { JsonObject } from '#lib/json.ts';
import { person, refusal, runHookHere } from './testing.ts';

afterAll(closeHookPool);

const password = 'Correct-horse-7';
const account = { email: 'nina@example.com', password, connection: 'Username-Password-Authentication' };

const create = (department: string | undefined, payload: JsonObject) =>
  runHookHere('write', { method: 'create', request: { user: person(department) }, payload });

const update = (department: string | undefined, payload: JsonObject, originalUser: JsonObject) =>
  runHookHere('write', { method: 'update', request: { user: person(department), originalUser }, payload });

describe('on create', () => {
  test('the membership becomes the department, and every field is passed on', async () => {
    const fields = {
      given_name: 'Nina',
      name: 'Nina Ö.',
      user_metadata: { title: 'Controller', address: { city: 'Berlin' } },
      app_metadata: { costCenter: 'FI-2040' },
    };
    expect(await create('Finance', { ...account, memberships: ['Finance'], ...fields })).toEqual({
      ok: true,
      answer: { ...account, ...fields, app_metadata: { costCenter: 'FI-2040', department: 'Finance' } },
    });
  });

  test('without a display name the given and the family name make one', async () => {
    const names = { given_name: 'Nina', family_name: 'Özdemir' };
    expect(await create('Finance', { ...account, ...names, memberships: ['Finance'] })).toMatchObject({
      ok: true,
      answer: { ...names, name: 'Nina Özdemir' },
    });
  });

  test('Finance cannot create in HR, and IT can', async () => {
    const inHr = { ...account, memberships: ['HR'] };
    expect(await create('Finance', inHr)).toEqual(
      refusal('You can only create users within your own department.'),
    );
    expect(await create('IT', inHr)).toMatchObject({
      ok: true,
      answer: { app_metadata: { department: 'HR' } },
    });
  });

  test.each([{ memberships: [] }, {}])('nobody is created without a department', async (picked) => {
    expect(await create('IT', { ...account, ...picked })).toEqual(
      refusal('Choose a department: every user belongs to one.'),
    );
  });

  test('somebody of no department creates nobody', async () => {
    expect(await create(undefined, { ...account, memberships: ['Finance'] })).toEqual(
      refusal('You are not part of any department yet. Ask IT to add you to one.'),
    );
  });
});

describe('on update', () => {
  const payload = {
    given_name: 'Nina',
    user_metadata: { title: 'Head of treasury' },
    connection: 'Username-Password-Authentication',
  };

  test('the fields are passed on, and roles are in no body', async () => {
    const original = { ...person('Finance'), app_metadata: { department: 'Finance', roles: ['Editor'] } };
    expect(await update('Finance', { ...payload, memberships: ['Finance'] }, original)).toEqual({
      ok: true,
      answer: { ...payload, app_metadata: { department: 'Finance' } },
    });
  });

  test('no name is made up for a user who has one', async () => {
    const names = { given_name: 'Nina', family_name: 'Özdemir' };
    const outcome = await update('Finance', { ...names, memberships: ['Finance'] }, person('Finance'));
    expect(outcome.ok && outcome.answer).not.toHaveProperty('name');
  });

  test('IT moves users between departments, and Finance does not', async () => {
    const moved = { ...payload, memberships: ['HR'] };
    expect(await update('IT', moved, person('Finance'))).toMatchObject({
      ok: true,
      answer: { app_metadata: { department: 'HR' } },
    });
    expect(await update('Finance', moved, person('Finance'))).toEqual(
      refusal('You can only change users within your own department.'),
    );
  });
});
