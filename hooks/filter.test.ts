import { afterAll, expect, test } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { matches } from '#lib/lucene/evaluate.ts';
import { parseLucene } from '#lib/lucene/parse.ts';
import { person, refusal, runHookHere } from './testing.ts';

afterAll(closeHookPool);

const filterOf = (department?: string) =>
  runHookHere('filter', { request: { user: person(department) }, payload: { search: '', filterBy: '' } });

test('Finance is narrowed to Finance', async () => {
  expect(await filterOf('Finance')).toEqual({ ok: true, answer: 'app_metadata.department:"Finance"' });
});

test('IT is narrowed to nothing', async () => {
  expect(await filterOf('IT')).toEqual({ ok: true, answer: undefined });
});

test('somebody of no department is told so', async () => {
  expect(await filterOf()).toEqual(
    refusal('You are not part of any department yet. Ask IT to add you to one.'),
  );
});

test.each(['R&D "Labs"', 'Legal\\Tax', 'A) OR (_exists_:email', 'Zürich Süd', '"'])(
  'a department named %s is narrowed to exactly that one',
  async (department) => {
    const outcome = await filterOf(department);
    const query = parseLucene(outcome.ok ? String(outcome.answer) : '');
    expect(matches(query, { user_id: 'auth0|1', app_metadata: { department } })).toBe(true);
    expect(
      matches(query, { user_id: 'auth0|2', email: 'a@example.com', app_metadata: { department: 'HR' } }),
    ).toBe(false);
  },
);
