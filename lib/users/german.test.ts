import { beforeEach, describe, expect, test } from 'vitest';
import { AppError, toProblem } from '#lib/errors.ts';
import { editAs } from '#lib/testing/edit.ts';
import { answering, defaultAccess, settingsHook, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { inLanguage } from '#lib/words.ts';
import { createUser } from './create-user.ts';
import { createUserForm } from './form/form.ts';
import { checkEditForm } from './form/form-check-edit.ts';
import { getUser } from './get-user.ts';

const world = worldWithOwnHooks();
const nina = 'auth0|nina';
const kelly = () => signedIn(world.people.kelly);
const inGerman = <T>(run: () => T): T => inLanguage('de', run);

beforeEach(() => world.tenant.setHooks({ access: defaultAccess, settings: settingsHook() }));

/** What a German reads of a failure, and what stands in the record of it. */
async function readAndRecorded(run: () => Promise<unknown>) {
  const error = await inGerman(run).catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error(`It went through, or was a bug: ${error}`);
  return { read: inGerman(() => toProblem(error)), recorded: error.message };
}

describe('whoever reads German', () => {
  test('is shown fields, rules and reasons in German', async () => {
    const form = await inGerman(() => createUserForm(kelly()));
    expect(form.fields.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['E-Mail-Adresse', 'Passwort', 'Passwort wiederholen']),
    );
    expect(form.connections[0]?.passwordPolicy.map(({ label }) => label)).toContain('Mindestens 8 Zeichen');
    const self = await inGerman(() => getUser(kelly(), world.people.kelly.user_id));
    expect(self.permitted['block:user']).toEqual({
      permitted: false,
      reason: 'Sie können sich nicht selbst sperren.',
    });
  });

  test('reads in German what is wrong with a value, as one types and on save', async () => {
    const values = { email: 'zwei@@example.com' };
    const problem = 'E-Mail-Adresse: Eine E-Mail-Adresse hat genau ein @.';
    expect(await inGerman(() => checkEditForm(kelly(), { userId: nina, values }))).toEqual({
      email: problem,
    });
    const { read } = await readAndRecorded(() => editAs(world.people.kelly, nina, values));
    expect(read).toMatchObject({
      code: 'invalid-input',
      message: `${problem} Es wurde nichts geändert.`,
      fields: { email: problem },
    });
  });

  test('reads in German what the guard stopped, and the record has it in English', async () => {
    await world.tenant.setHooks({
      access: defaultAccess,
      settings: settingsHook(),
      write: answering({ odd: 1 }),
    });
    const { read, recorded } = await readAndRecorded(() => editAs(world.people.kelly, nina, { name: 'N.' }));
    expect(read.message).toBe(
      '„odd“ wurde angehalten, bevor es beim Tenant ankam: die Management API kennt an der Wurzel eines Benutzers keinen solchen Schlüssel (der Hook write hat es durchgelassen). Es wurde nichts geändert.',
    );
    expect(recorded).toMatch(/^“odd” was stopped before it reached the tenant: .*Nothing was changed\.$/);
  });

  test('reads in German how a hook failed, and the hook’s own refusal as the hook wrote it', async () => {
    const hooks = { access: defaultAccess, settings: settingsHook() };
    await world.tenant.setHooks({ ...hooks, write: '(ctx, callback) => {\n  null.x;\n}' });
    const failed = await readAndRecorded(() => editAs(world.people.kelly, nina, { name: 'N.' }));
    expect(failed.read.message).toMatch(
      /^Der Hook write ist fehlgeschlagen in Zeile 2, Spalte \d+: .* Es wurde nichts geändert\. Sagen Sie es der Administration\.$/,
    );
    await world.tenant.setHooks({ ...hooks, write: '(ctx, callback) => callback("Only on Mondays.")' });
    const refused = await readAndRecorded(() => editAs(world.people.kelly, nina, { name: 'N.' }));
    expect(refused.read.message).toBe('Only on Mondays.');
  });

  test('reads in German what was saved of a save that failed half way, without a word that nothing was', async () => {
    await world.tenant.putUser({
      ...world.nina,
      username: 'nina',
      identities: [{ connection: 'Contractors', provider: 'auth0', user_id: 'nina', isSocial: false }],
    });
    await world.tenant.putUser({
      user_id: 'auth0|other',
      email: 'other@example.com',
      username: 'taken',
      identities: [{ connection: 'Contractors', provider: 'auth0', user_id: 'other', isSocial: false }],
    });
    const { read, recorded } = await readAndRecorded(() =>
      editAs(world.people.kelly, nina, { name: 'N.', username: 'taken' }),
    );
    expect(read.message).toMatch(/^Nur ein Teil Ihrer Änderungen wurde gespeichert\. Gespeichert: /);
    expect(read.message).not.toContain('Es wurde nichts geändert');
    expect(recorded).toMatch(/^Only a part of your changes was saved\. Saved: /);
    expect(recorded).not.toContain('Nothing was changed');
  });

  test('reads of somebody who is taken already in German', async () => {
    const values = {
      email: 'nina@example.com',
      password: 'Correct-horse-7',
      repeatPassword: 'Correct-horse-7',
    };
    await world.tenant.setHooks({
      settings: settingsHook(),
      access: defaultAccess,
      write: `(ctx, callback) =>
      callback(null, { ...ctx.defaultPayload, app_metadata: { department: 'Finance' } })`,
    });
    const { read } = await readAndRecorded(() => createUser(kelly(), { values }));
    expect(read.message).toMatch(/^Ein anderer Benutzer hat diese E-Mail-Adresse/);
  });
});
