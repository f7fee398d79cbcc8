import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import type { JsonObject } from '#lib/json.ts';
import { ownWrites } from '#lib/state/own-writes.ts';
import { ninaOfFinance } from '#lib/testing/edit.ts';
import { worldOfEdits } from '#lib/testing/edit-world.ts';
import { signedIn } from '#lib/testing/people.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { editUserForm } from './form/form.ts';
import type { FormValues } from './form/user-form.ts';
import { updateUser } from './update-user.ts';

const world = worldOfEdits();
const { edit, read } = world;

const main = 'Username-Password-Authentication';
const password = 'Correct-horse-7';

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
    expect(withoutTimes(await read())).toEqual(withoutTimes(afterPatch(world.nina, body)));
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
    const { loaded } = await editUserForm(signedIn(world.people.kelly), world.nina.user_id);
    const same: FormValues = { 'user_metadata.title': 'Controller', memberships: ['Finance'] };
    for (const values of [{}, same]) {
      const calls = await world.tenant.callsOf(async () => {
        const saved = await updateUser(signedIn(world.people.kelly), {
          userId: world.nina.user_id,
          loaded,
          values,
        });
        expect(saved).toEqual({ changed: false, userId: world.nina.user_id, name: 'Nina Özdemir' });
      });
      expect(calls).toEqual(['GET /users/auth0%7Cnina']);
    }
  });

  test('a user without any metadata keeps having none', async () => {
    const plain = await world.tenant.putUser({
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
    const { loaded } = await editUserForm(signedIn(world.people.kelly), world.nina.user_id);
    const calls = await world.tenant.callsOf(() =>
      updateUser(signedIn(world.people.kelly), { userId: world.nina.user_id, loaded, values }),
    );
    expect(calls.length).toBeLessThanOrEqual(callsMax);
    expect(calls[0]).toBe('GET /users/auth0%7Cnina');
  });

  test('and waits for no connection, however long the form was open', async () => {
    const { user_id: userId } = await world.tenant.putUser({
      ...ninaOfFinance,
      user_id: 'auth0|opened-long-ago',
    });
    const { loaded } = await editUserForm(signedIn(world.people.kelly), userId);
    vi.useFakeTimers({ now: Date.now() + 10 * 60_000, toFake: ['Date'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    await world.tenant.setFaults({ respond: [{ match: { path: '/connections' }, status: 503, times: 9 }] });
    const values = { password, repeatPassword: password };
    await expect(updateUser(signedIn(world.people.kelly), { userId, loaded, values })).resolves.toMatchObject(
      {
        changed: true,
      },
    );
  });

  test('the save is noted, so that the list shows it before the index does', async () => {
    await edit('kelly', { name: 'Nina Noted' });
    expect((await ownWrites()).written.get(world.nina.user_id)?.found).toMatchObject({ name: 'Nina Noted' });
  });
});
