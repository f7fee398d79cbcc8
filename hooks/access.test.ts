import { afterAll, expect, test } from 'vitest';
import { actions } from '#lib/auth0/proofs.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { person, refusal, runHookHere } from './testing.ts';

afterAll(closeHookPool);

const ask = (
  department: string | undefined,
  of: string | undefined,
  action: string,
  scope: string[] = ['read:users', 'manage:users'],
) =>
  runHookHere('access', {
    request: { user: { ...person(department), scope } },
    payload: { user: person(of), action },
  });

const actionsOfDepartments = actions.filter((action) => !action.endsWith(':roles'));

test.each(actionsOfDepartments)(
  '%s: Finance may with Finance, and not with HR or with users of no department',
  async (action) => {
    expect(await ask('Finance', 'Finance', action)).toMatchObject({ ok: true });
    const refused = refusal('You can only manage the users of your own department.');
    expect(await ask('Finance', 'HR', action)).toEqual(refused);
    expect(await ask('Finance', undefined, action)).toEqual(refused);
  },
);

test.each(actionsOfDepartments)('%s: IT may with everybody', async (action) => {
  for (const department of ['Finance', 'IT', undefined]) {
    expect(await ask('IT', department, action)).toMatchObject({ ok: true });
  }
});

test('somebody of no department may nothing, not even with users of no department either', async () => {
  const refused = refusal('You are not part of any department yet. Ask IT to add you to one.');
  expect(await ask(undefined, undefined, 'read:user')).toEqual(refused);
  expect(await ask(undefined, 'Finance', 'read:user')).toEqual(refused);
});

test.each(['read:roles', 'change:roles'])(
  '%s: administrators of IT may with everybody, nobody else with anybody',
  async (action) => {
    const refused = refusal('Roles and organizations are looked after by the administrators in IT.');
    const administrator = ['read:users', 'manage:users', 'read:logs', 'manage:config'];
    for (const department of ['Finance', 'IT', undefined]) {
      expect(await ask('IT', department, action, administrator)).toMatchObject({ ok: true });
      expect(await ask('IT', department, action, ['read:users', 'manage:users', 'read:logs'])).toEqual(
        refused,
      );
      expect(await ask('Finance', department, action, administrator)).toEqual(refused);
    }
  },
);
