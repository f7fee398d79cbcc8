import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { ninaOfFinance } from '#lib/testing/edit.ts';
import { worldOfEdits } from '#lib/testing/edit-world.ts';
import { type People, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { editUserForm } from './form/form.ts';
import type { FormValues } from './form/user-form.ts';
import { updateUser } from './update-user.ts';

const world = worldOfEdits();
const { read } = world;

describe('somebody else was there meanwhile', () => {
  async function editAfter(meanwhile: JsonObject, values: FormValues, who: keyof People = 'kelly') {
    const { loaded } = await editUserForm(signedIn(world.people[who]), world.nina.user_id);
    await world.tenant.putUser({ ...ninaOfFinance, ...meanwhile });
    let problem: Awaited<ReturnType<typeof problemOf>> | undefined;
    const bodies = await bodiesSentBy(async () => {
      const input = { userId: world.nina.user_id, loaded, values };
      problem = await problemOf(updateUser(signedIn(world.people[who]), input));
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
    const { loaded } = await editUserForm(signedIn(world.people.kelly), world.nina.user_id);
    const moved = {
      ...world.people.kelly,
      app_metadata: { ...world.people.kelly.app_metadata, department: 'HR' },
    };
    const input = { userId: world.nina.user_id, loaded, values: { name: 'Nina' } };
    expect(await problemOf(updateUser(signedIn(moved), input))).toMatchObject({ code: 'not-found' });
  });

  test('what no form shows may change meanwhile', async () => {
    const { loaded } = await editUserForm(signedIn(world.people.kelly), world.nina.user_id);
    await world.tenant.putUser({ ...ninaOfFinance, logins_count: 99 });
    const input = { userId: world.nina.user_id, loaded, values: { name: 'Nina' } };
    expect(await updateUser(signedIn(world.people.kelly), input)).toMatchObject({ changed: true });
  });
});
