import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import type { JsonObject } from '#lib/json.ts';
import { ninaOfFinance } from '#lib/testing/edit.ts';
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

async function read(userId = nina.user_id): Promise<User> {
  return (await permit(signedIn(people.ivan), userId, 'read:user')).user;
}

describe('somebody else was there meanwhile', () => {
  async function editAfter(meanwhile: JsonObject, values: FormValues, who: keyof People = 'kelly') {
    const { loaded } = await editUserForm(signedIn(people[who]), nina.user_id);
    await tenant.putUser({ ...ninaOfFinance, ...meanwhile });
    let problem: Awaited<ReturnType<typeof problemOf>> | undefined;
    const bodies = await bodiesSentBy(async () => {
      const input = { userId: nina.user_id, loaded, values };
      problem = await problemOf(updateUser(signedIn(people[who]), input));
    });
    expect(bodies).toEqual([]);
    return problem;
  }

  const withTitle = (title: string) => ({
    user_metadata: { ...ninaOfFinance.user_metadata, title },
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
    const moved = { app_metadata: { ...ninaOfFinance.app_metadata, department: 'HR' } };
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
    await tenant.putUser({ ...ninaOfFinance, logins_count: 99 });
    const input = { userId: nina.user_id, loaded, values: { name: 'Nina' } };
    expect(await updateUser(signedIn(people.kelly), input)).toMatchObject({ changed: true });
  });
});
