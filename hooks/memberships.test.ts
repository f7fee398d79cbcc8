import { afterAll, expect, test } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { person, refusal, runHookHere } from './testing.ts';

afterAll(closeHookPool);

const ask = (manager: string | undefined, about: string | undefined) =>
  runHookHere('memberships', { request: { user: person(manager) }, payload: { user: person(about) } });

test('IT chooses from all five departments', async () => {
  expect(await ask('IT', 'IT')).toEqual({
    ok: true,
    answer: ['Engineering', 'Finance', 'HR', 'IT', 'Marketing'],
  });
});

test('everybody else has the one of their own', async () => {
  expect(await ask('Finance', 'Finance')).toEqual({ ok: true, answer: ['Finance'] });
});

test('asked about a user, it answers about that user', async () => {
  expect(await ask('IT', 'HR')).toEqual({ ok: true, answer: ['HR'] });
  expect(await ask('IT', undefined)).toEqual({ ok: true, answer: [] });
});

test('somebody of no department is told so', async () => {
  expect(await ask(undefined, undefined)).toEqual(
    refusal('You are not part of any department yet. Ask IT to add you to one.'),
  );
});
