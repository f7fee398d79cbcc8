import { expect, test } from 'vitest';
import { AppError, httpStatusOf } from '#lib/errors.ts';
import { defaultAccess, settingsHook, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { createUserForm } from '../form/form.ts';
import { getUser } from '../get-user.ts';
import { withTranslatedErrors } from './translated-errors.ts';

const world = worldWithOwnHooks();
const dictionary = { customErrors: { 'not-found': 'Niemand da.' } };

async function toldBy(errorTranslator: string | undefined, userId = 'auth0|nobody') {
  const settings = settingsHook({
    languageDictionary: dictionary,
    ...(errorTranslator && { errorTranslator }),
  });
  await world.tenant.setHooks({ access: defaultAccess, settings });
  const kelly = signedIn(world.people.kelly);
  return problemOf(withTranslatedErrors(kelly, () => getUser(kelly, userId)));
}

test('an error translator makes the sentence, and the code stays', async () => {
  expect(
    await toldBy('function (error, dictionary) { return dictionary.customErrors[error.type]; }'),
  ).toEqual({
    code: 'not-found',
    message: 'Niemand da.',
  });
  const all = '(error) => [error.type, error.status, error.message].join("|")';
  expect((await toldBy(all)).message).toBe('not-found|404|There is no such user, or it is not one of yours.');
});

test.each([
  ['is not there', undefined],
  ['throws', '() => { null.x; }'],
  ['loops', '() => { for (;;); }'],
  ['is no function', 'nothing'],
  ['answers nothing', '() => {}'],
  ['answers the error itself', '(error, dictionary) => dictionary.customErrors[error] || error'],
])('an error keeps its own sentence where the translator %s', async (_how, translator) => {
  expect((await toldBy(translator)).message).toBe('There is no such user, or it is not one of yours.');
});

test('what succeeds is answered, and what is a bug stays one', async () => {
  const kelly = signedIn(world.people.kelly);
  await world.tenant.setHooks({
    access: defaultAccess,
    settings: settingsHook({ errorTranslator: '() => "X"' }),
  });
  await expect(withTranslatedErrors(kelly, async () => 7)).resolves.toBe(7);
  const bug = new TypeError('a bug');
  await expect(withTranslatedErrors(kelly, () => Promise.reject(bug))).rejects.toBe(bug);
  await expect(
    withTranslatedErrors(kelly, () => Promise.reject(new AppError('not-allowed'))),
  ).rejects.toMatchObject({ message: 'X' });
});

test.each([
  ['status: 409', 409],
  ['statusCode: 422', 422],
  ['status: 503', 400],
  ['status: "409"', 400],
  ['', 400],
])(
  'of a refusal with {%s} the translator is told the status %i, and a route answers with it',
  async (member, status) => {
    const memberships = `(ctx, callback) => callback(Object.assign(new Error('Closed.'), { ${member} }))`;
    const settings = settingsHook({ errorTranslator: '(error) => [error.message, error.status].join(" ")' });
    await world.tenant.setHooks({ access: defaultAccess, memberships, settings });
    const kelly = signedIn(world.people.kelly);
    const problem = await problemOf(withTranslatedErrors(kelly, () => createUserForm(kelly)));
    expect(problem).toMatchObject({ code: 'refused-by-hook', message: `Closed. ${status}` });
    expect(httpStatusOf(problem)).toBe(status);
  },
);
