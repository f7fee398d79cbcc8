import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import type { JsonObject } from '#lib/json.ts';
import { ownWrites } from '#lib/state/own-writes.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { editUserForm } from './form.ts';
import { permit } from './permit.ts';
import { updateUser } from './update-user.ts';
import type { FormValues } from './user-form.ts';

let tenant: TestTenant;
let people: People;
let nina: User;

const main = 'Username-Password-Authentication';
const password = 'Correct-horse-7';

beforeAll(async () => {
  tenant = await startTestTenant();
});
beforeEach(async () => {
  await tenant.reset();
  people = await putPeople(tenant);
  nina = await tenant.putUser(ninaAtFirst);
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const ninaAtFirst: JsonObject = {
  user_id: 'auth0|nina',
  email: 'nina@example.com',
  email_verified: true,
  name: 'Nina Özdemir',
  given_name: 'Nina',
  family_name: 'Özdemir',
  identities: [{ connection: main, provider: 'auth0', user_id: 'nina', isSocial: false }],
  user_metadata: {
    title: 'Controller',
    phone: '+49 30 901820',
    location: 'Berlin',
    address: { street: 'Ackerstraße 1', city: 'Berlin', geo: { lat: 52.5, lng: 13.4 } },
    languages: ['German', 'Polish'],
    startDate: '2024-03-01',
    preferences: { theme: 'dark', nested: { list: [1, 2, { three: 3 }] } },
  },
  app_metadata: {
    department: 'Finance',
    roles: ['Editor'],
    costCenter: 'FI-2040',
    employment: 'permanent',
    flags: { beta: true },
  },
};

/** Opens the form and saves it with what is changed. */
async function edit(who: keyof People, values: FormValues, userId = nina.user_id) {
  const { loaded } = await editUserForm(signedIn(people[who]), userId);
  return updateUser(signedIn(people[who]), { userId, loaded, values });
}

async function read(userId = nina.user_id): Promise<User> {
  return (await permit(signedIn(people.ivan), userId, 'read:user')).user;
}

const withoutTimes = ({ updated_at: _updatedAt, ...user }: User) => user;

describe('an edit of one field leaves all others as they are', () => {
  const address = { street: 'Ackerstraße 1', city: 'Berlin', geo: { lat: 52.5, lng: 13.4 } };

  test.each<[string, FormValues[string], JsonObject]>([
    ['given_name', 'Ninette', { given_name: 'Ninette' }],
    ['family_name', 'Yılmaz 🌱', { family_name: 'Yılmaz 🌱' }],
    ['name', 'نينا', { name: 'نينا' }],
    ['email', 'Ninette@Example.com', { email: 'ninette@example.com', connection: main }],
    ['user_metadata.title', 'Head of treasury', { user_metadata: { title: 'Head of treasury' } }],
    ['user_metadata.title', null, { user_metadata: { title: null } }],
    ['user_metadata.phone', '+49 30 1', { user_metadata: { phone: '+49 30 1' } }],
    ['user_metadata.location', 'Lisbon', { user_metadata: { location: 'Lisbon' } }],
    ['user_metadata.address.city', 'Köln', { user_metadata: { address: { ...address, city: 'Köln' } } }],
    [
      'user_metadata.address.city',
      '',
      { user_metadata: { address: { street: 'Ackerstraße 1', geo: { lat: 52.5, lng: 13.4 } } } },
    ],
    ['user_metadata.languages', ['Polish', 'Dutch'], { user_metadata: { languages: ['Polish', 'Dutch'] } }],
    ['user_metadata.startDate', '2024-04-01', { user_metadata: { startDate: '2024-04-01' } }],
    ['user_metadata.firstAider', true, { user_metadata: { firstAider: true } }],
    ['app_metadata.employment', 'contractor', { app_metadata: { employment: 'contractor' } }],
    ['app_metadata.costCenter', 'FI-2075', { app_metadata: { costCenter: 'FI-2075' } }],
  ])('%s to %j', async (property, value, body) => {
    const bodies = await bodiesSentBy(async () => {
      expect(await edit('kelly', { [property]: value })).toMatchObject({ changed: true });
    });
    expect(bodies).toEqual([body]);
    expect(withoutTimes(await read())).toEqual(withoutTimes(afterPatch(nina, body)));
  });

  /** The API's own merge, written out once more to compare with. */
  function afterPatch(before: User, { connection: _connection, ...body }: JsonObject): User {
    const after: User = structuredClone(before);
    for (const [key, value] of Object.entries(body)) {
      if (key !== 'user_metadata' && key !== 'app_metadata') after[key] = value;
      else {
        const merged = Object.entries({ ...before[key], ...(value as JsonObject) });
        after[key] = Object.fromEntries(merged.filter(([, member]) => member !== null));
      }
    }
    if (body.email !== undefined) after.email_verified = false;
    return after;
  }
});

describe('what did not change is not sent', () => {
  test('nothing changed: no write, and the manager is told', async () => {
    const { loaded } = await editUserForm(signedIn(people.kelly), nina.user_id);
    const same: FormValues = { 'user_metadata.title': 'Controller', memberships: ['Finance'] };
    for (const values of [{}, same]) {
      const calls = await tenant.callsOf(async () => {
        const saved = await updateUser(signedIn(people.kelly), { userId: nina.user_id, loaded, values });
        expect(saved).toEqual({ changed: false, userId: nina.user_id, name: 'Nina Özdemir' });
      });
      expect(calls).toEqual(['GET /users/auth0%7Cnina']);
    }
  });

  test('a user without any metadata keeps having none', async () => {
    const plain = await tenant.putUser({
      user_id: 'auth0|plain',
      email: 'plain@example.com',
      name: 'Plain',
      app_metadata: { department: 'Finance' },
    });
    const bodies = await bodiesSentBy(() => edit('kelly', { given_name: 'Pia' }, plain.user_id));
    expect(bodies).toEqual([{ given_name: 'Pia' }]);
  });
});

describe('a save is at most three calls', () => {
  test.each<[string, FormValues, number]>([
    ['a field', { 'user_metadata.title': 'Auditor' }, 2],
    [
      'fields, department and e-mail address',
      { name: 'N', email: 'n@example.com', 'user_metadata.title': 'A' },
      2,
    ],
    ['a password', { password, repeatPassword: password }, 2],
    [
      'fields, e-mail address and a password',
      { name: 'N', email: 'n@example.com', password, repeatPassword: password },
      3,
    ],
  ])('%s', async (_what, values, callsMax) => {
    const { loaded } = await editUserForm(signedIn(people.kelly), nina.user_id);
    const calls = await tenant.callsOf(() =>
      updateUser(signedIn(people.kelly), { userId: nina.user_id, loaded, values }),
    );
    expect(calls.length).toBeLessThanOrEqual(callsMax);
    expect(calls[0]).toBe('GET /users/auth0%7Cnina');
  });

  test('the save is noted, so that the list shows it before the index does', async () => {
    await edit('kelly', { name: 'Nina Noted' });
    expect((await ownWrites()).written.get(nina.user_id)?.found).toMatchObject({ name: 'Nina Noted' });
  });
});

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

describe('somebody else was there meanwhile', () => {
  async function editAfter(meanwhile: JsonObject, values: FormValues, who: keyof People = 'kelly') {
    const { loaded } = await editUserForm(signedIn(people[who]), nina.user_id);
    await tenant.putUser({ ...ninaAtFirst, ...meanwhile });
    let problem: Awaited<ReturnType<typeof problemOf>> | undefined;
    const bodies = await bodiesSentBy(async () => {
      const input = { userId: nina.user_id, loaded, values };
      problem = await problemOf(updateUser(signedIn(people[who]), input));
    });
    expect(bodies).toEqual([]);
    return problem;
  }

  const withTitle = (title: string) => ({
    user_metadata: { ...(ninaAtFirst.user_metadata as JsonObject), title },
  });

  test('a field differs from what the form showed: which, then and now, and nothing is overwritten', async () => {
    const problem = await editAfter(withTitle('Auditor'), { name: 'Nina' });
    expect(problem).toMatchObject({ code: 'changed-meanwhile' });
    expect(problem?.fields).toEqual({
      'user_metadata.title': 'Job title was “Controller” when you opened this form and is “Auditor” now.',
    });
    expect(await read()).toMatchObject({ name: 'Nina Özdemir', user_metadata: { title: 'Auditor' } });
  });

  test('also where both changed the same field', async () => {
    const problem = await editAfter(withTitle('Auditor'), { 'user_metadata.title': 'Head' });
    expect(problem).toMatchObject({ code: 'changed-meanwhile' });
  });

  test('the department, seen by IT', async () => {
    const moved = { app_metadata: { ...(ninaAtFirst.app_metadata as JsonObject), department: 'HR' } };
    const problem = await editAfter(moved, { name: 'Nina' }, 'ivan');
    expect(problem?.fields?.memberships).toContain('was “Finance” when you opened this form and is “HR” now');
  });

  test('the user left the manager’s department: no longer one of hers', async () => {
    const moved = { app_metadata: { department: 'HR' } };
    expect(await editAfter(moved, { name: 'Nina' })).toEqual({
      code: 'not-found',
      message: 'This user is no longer one of yours, or no longer exists. Nothing was changed.',
    });
  });

  test('the manager left her own department: she reads the same', async () => {
    const { loaded } = await editUserForm(signedIn(people.kelly), nina.user_id);
    const moved = { ...people.kelly, app_metadata: { ...people.kelly.app_metadata, department: 'HR' } };
    const input = { userId: nina.user_id, loaded, values: { name: 'Nina' } };
    expect(await problemOf(updateUser(signedIn(moved), input))).toMatchObject({ code: 'not-found' });
  });

  test('what no form shows may change meanwhile', async () => {
    const { loaded } = await editUserForm(signedIn(people.kelly), nina.user_id);
    await tenant.putUser({ ...ninaAtFirst, logins_count: 99 });
    const input = { userId: nina.user_id, loaded, values: { name: 'Nina' } };
    expect(await updateUser(signedIn(people.kelly), input)).toMatchObject({ changed: true });
  });
});

describe('who may change whom', () => {
  test('Ivan moves a user from Finance to HR, and only the department changes', async () => {
    const bodies = await bodiesSentBy(() => edit('ivan', { memberships: ['HR'] }));
    expect(bodies).toEqual([{ app_metadata: { department: 'HR' } }]);
    expect((await read()).app_metadata).toEqual({ ...nina.app_metadata, department: 'HR' });
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
      expect(await problemOf(editUserForm(signedIn(people.kelly), userId))).toMatchObject({
        code: 'not-found',
      });
      const input = { userId, loaded: {}, values: { name: 'Changed' } };
      expect(await problemOf(updateUser(signedIn(people.kelly), input))).toMatchObject({ code: 'not-found' });
    },
  );

  test('Noor reaches nobody and reads why; Amir and Pia change nobody', async () => {
    const input = { userId: nina.user_id, loaded: {}, values: { name: 'Changed' } };
    expect((await problemOf(updateUser(signedIn(people.noor), input))).message).toBe(
      'You are not part of any department yet. Ask IT to add you to one.',
    );
    expect(await problemOf(updateUser(signedIn(people.amir), input))).toMatchObject({ code: 'not-allowed' });
    expect(await problemOf(updateUser(signedIn(people.pia), input))).toMatchObject({ code: 'no-role' });
    expect((await read()).name).toBe('Nina Özdemir');
  });

  test.each(['../users', '..', '', 'auth0|..', 'auth0|../clients', 'nina', 'auth0|nina\u0000'])(
    'an id that is none (%j) is nobody, and no call is made',
    async (userId) => {
      const input = { userId, loaded: {}, values: { name: 'Changed' } };
      const calls = await tenant.callsOf(async () => {
        expect(await problemOf(updateUser(signedIn(people.ivan), input))).toMatchObject({
          code: 'not-found',
        });
      });
      expect(calls).toEqual([]);
    },
  );

  test('an id with signs that mean something in an address is one user', async () => {
    const odd = await tenant.putUser({
      ...ninaAtFirst,
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
    const calls = await tenant.callsOf(async () => {
      const input = { userId: nina.user_id, loaded: {}, values };
      const problem = await problemOf(updateUser(signedIn(people.kelly), input));
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
    ...ninaAtFirst,
    user_id: 'waad|nina',
    identities: [{ connection: 'example-entra-id', provider: 'waad', user_id: 'nina', isSocial: false }],
  };

  test('keeps what comes from there, with the reason, and has metadata of ours', async () => {
    const { user_id: userId } = await tenant.putUser(entra);
    const form = await editUserForm(signedIn(people.kelly), userId);
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
