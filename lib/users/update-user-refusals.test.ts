import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { ninaOfFinance } from '#lib/testing/edit.ts';
import { worldOfEdits } from '#lib/testing/edit-world.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { editUserForm } from './form/form.ts';
import type { FormValues } from './form/user-form.ts';
import { updateUser } from './update-user.ts';

const world = worldOfEdits();
const { edit, read } = world;

describe('who may change whom', () => {
  test('Ivan moves a user from Finance to HR, and only the department changes', async () => {
    const bodies = await bodiesSentBy(() => edit('ivan', { memberships: ['HR'] }));
    expect(bodies).toEqual([{ app_metadata: { department: 'HR' } }]);
    expect((await read()).app_metadata).toEqual({ ...world.nina.app_metadata, department: 'HR' });
  });

  test('Kelly moves nobody', async () => {
    const problem = await problemOf(edit('kelly', { memberships: ['HR'] }));
    expect(problem.message).toContain('“HR” is not one of yours to choose');
    expect((await problemOf(edit('kelly', { memberships: [] }))).fields).toEqual({
      memberships: 'Department is required.',
    });
  });

  test.each(['amir', 'olga', 'pia', 'nobody'])(
    'Kelly cannot open or change %s, who is not of Finance',
    async (who) => {
      const userId = `auth0|${who}`;
      expect(await problemOf(editUserForm(signedIn(world.people.kelly), userId))).toMatchObject({
        code: 'not-found',
      });
      const input = { userId, loaded: {}, values: { name: 'Changed' } };
      expect(await problemOf(updateUser(signedIn(world.people.kelly), input))).toMatchObject({
        code: 'not-found',
      });
    },
  );

  test('Noor reaches nobody and reads why; Amir and Pia change nobody', async () => {
    const input = { userId: world.nina.user_id, loaded: {}, values: { name: 'Changed' } };
    expect((await problemOf(updateUser(signedIn(world.people.noor), input))).message).toBe(
      'You are not part of any department yet. Ask IT to add you to one.',
    );
    expect(await problemOf(updateUser(signedIn(world.people.amir), input))).toMatchObject({
      code: 'not-allowed',
    });
    expect(await problemOf(updateUser(signedIn(world.people.pia), input))).toMatchObject({ code: 'no-role' });
    expect((await read()).name).toBe('Nina Özdemir');
  });

  test.each(['../users', '..', '', 'auth0|..', 'auth0|../clients', 'nina', 'auth0|nina\u0000'])(
    'an id that is none (%j) is nobody, and no call is made',
    async (userId) => {
      const input = { userId, loaded: {}, values: { name: 'Changed' } };
      const calls = await world.tenant.callsOf(async () => {
        expect(await problemOf(updateUser(signedIn(world.people.ivan), input))).toMatchObject({
          code: 'not-found',
        });
      });
      expect(calls).toEqual([]);
    },
  );

  test('an id with signs that mean something in an address is one user', async () => {
    const odd = await world.tenant.putUser({
      ...ninaOfFinance,
      user_id: 'auth0|a/b?c#d|e:f%2F',
      email: 'odd@example.com',
    });
    await edit('kelly', { name: 'Odd' }, odd.user_id);
    expect((await read(odd.user_id)).name).toBe('Odd');
  });
});

describe('what is refused before anything is read or sent', () => {
  test.each([
    'user_id',
    'blocked',
    'connection',
    'email_verified',
    'app_metadata.department',
    'app_metadata.roles',
    'app_metadata',
    'user_metadata.preferences',
    '__proto__',
  ])('the undeclared key “%s”', async (key) => {
    const values: FormValues = {};
    Object.defineProperty(values, key, { value: 'x', enumerable: true });
    const calls = await world.tenant.callsOf(async () => {
      const input = { userId: world.nina.user_id, loaded: {}, values };
      const problem = await problemOf(updateUser(signedIn(world.people.kelly), input));
      expect(problem.message).toContain(`“${key}”`);
    });
    expect(calls).toEqual([]);
  });

  test.each<[FormValues, string]>([
    [{ email: 'nina@@example.com' }, 'email'],
    [{ email: null }, 'email'],
    [{ name: 'x'.repeat(10_240) }, 'name'],
    [{ 'user_metadata.location': 'Atlantis' }, 'user_metadata.location'],
    [{ 'user_metadata.languages': ['Klingon'] }, 'user_metadata.languages'],
    [{ 'app_metadata.costCenter': 'none' }, 'app_metadata.costCenter'],
    [{ password: 'short', repeatPassword: 'short' }, 'password'],
    [{ password: 'Oezdemir-Özdemir-7', repeatPassword: 'other' }, 'repeatPassword'],
    [{ given_name: 'a\u0007b' }, 'given_name'],
  ])('%j', async (values, property) => {
    const bodies = await bodiesSentBy(async () => {
      expect((await problemOf(edit('kelly', values))).fields).toHaveProperty([property]);
    });
    expect(bodies).toEqual([]);
  });
});

describe('a user who signs in with another provider', () => {
  const entra: JsonObject = {
    ...ninaOfFinance,
    user_id: 'waad|nina',
    identities: [{ connection: 'example-entra-id', provider: 'waad', user_id: 'nina', isSocial: false }],
  };

  test('keeps what comes from there, with the reason, and has metadata of ours', async () => {
    const { user_id: userId } = await world.tenant.putUser(entra);
    const form = await editUserForm(signedIn(world.people.kelly), userId);
    const reason = 'This user signs in with example-entra-id, which is where this is changed.';
    const disabled = form.fields.filter((field) => field.disabled).map((field) => field.property);
    expect(disabled).toEqual(['email', 'given_name', 'family_name', 'name']);
    expect(form.fields.find(({ property }) => property === 'email')).toMatchObject({
      disabledReason: reason,
    });
    expect(form.fields.map(({ property }) => property)).not.toContain('password');
    const problem = await problemOf(edit('kelly', { email: 'other@example.com' }, userId));
    expect(problem.fields).toEqual({ email: reason });
    const bodies = await bodiesSentBy(() => edit('kelly', { 'user_metadata.title': 'Auditor' }, userId));
    expect(bodies).toEqual([{ user_metadata: { title: 'Auditor' } }]);
  });
});
