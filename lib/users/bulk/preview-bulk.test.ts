import { beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { answering, defaultAccess, userFields, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { type People, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { blockUser } from '../block-user.ts';
import { deleteUser } from '../delete-user.ts';
import { type BulkAction, bulkActions } from './bulk-view.ts';
import { previewBulk } from './preview-bulk.ts';
import { bulkPreviewInput } from './schema-bulk.ts';

const world = worldWithOwnHooks();
const nina = 'auth0|nina';
const boris = 'auth0|boris';
const hanna = 'auth0|hanna';
const notYours = 'This user is no longer one of yours, or no longer exists.';

const look = (who: keyof People, action: BulkAction, userIds: string[]) =>
  previewBulk(signedIn(world.people[who]), { action, userIds });
const ready = (userId: string) => ({ userId, verdict: 'ready' });
const already = (userId: string) => ({ userId, verdict: 'already' });
const refused = (userId: string, reason: string) => ({ userId, verdict: 'refused', reason });

/** Permits what the console's own hook permits, but for whom and what a body of a function says. */
const accessThat = (body: string) => `function (ctx, callback) { ${body} callback(); }`;

function inDepartment(name: string, department: string, more: JsonObject = {}) {
  const app_metadata = { department };
  return world.tenant.putUser({
    user_id: `auth0|${name}`,
    name,
    email: `${name}@example.com`,
    app_metadata,
    ...more,
  });
}

beforeEach(async () => {
  await world.tenant.setHooks({ access: defaultAccess });
  await inDepartment('boris', 'Finance', { blocked: true, email_verified: true });
  await inDepartment('hanna', 'HR');
});

describe('what is shown before something is done to many', () => {
  test('says of each who is ready, who is so already and who is not one’s own, in the order asked', async () => {
    expect(await look('kelly', 'block', [hanna, nina, boris, nina])).toEqual([
      refused(hanna, notYours),
      ready(nina),
      already(boris),
    ]);
    expect(await look('kelly', 'unblock', [nina, boris])).toEqual([already(nina), ready(boris)]);
    expect(await look('kelly', 'verify-email', [nina, boris])).toEqual([ready(nina), already(boris)]);
    expect(await look('ivan', 'block', [hanna])).toEqual([ready(hanna)]);
  });

  test('takes one call to the tenant, and one to the access hook', async () => {
    await world.tenant.setHooks({
      access: accessThat(`
        globalThis.asked = (globalThis.asked || 0) + 1;
        if (ctx.payload.action === 'delete:user') return callback(new Error('question ' + globalThis.asked));`),
    });
    const ids = [nina, boris, hanna];
    const calls = await world.tenant.callsOf(async () => {
      const given = await look('ivan', 'delete', ids);
      expect(given).toEqual(ids.map((id) => refused(id, expect.stringMatching(/^question [246]$/))));
      const questions = given.map((one) => ('reason' in one ? one.reason : ''));
      expect(new Set(questions).size).toBe(3);
    });
    expect(calls).toHaveLength(1);
  });

  test('is told in the words of the hook, and by what the verbs themselves refuse', async () => {
    await world.tenant.setHooks({
      access: accessThat(`
        if (ctx.payload.action === 'block:user' && ctx.payload.user.name === 'Nina')
          return callback(new Error('Nina stays.'));`),
    });
    expect(await look('kelly', 'block', [nina, hanna])).toEqual([refused(nina, 'Nina stays.'), ready(hanna)]);
    expect(await look('kelly', 'revoke-access', [nina])).toEqual([refused(nina, 'Nina stays.')]);
    expect(await look('kelly', 'delete', [nina])).toEqual([ready(nina)]);
    expect((await problemOf(blockUser(signedIn(world.people.kelly), { userId: nina }))).message).toBe(
      'Nina stays.',
    );
  });

  test('is refused for oneself and for whoever has more rights', async () => {
    const [kelly, ivan] = ['auth0|kelly', 'auth0|ivan'];
    expect(await look('kelly', 'block', [kelly])).toEqual([refused(kelly, 'You cannot block yourself.')]);
    expect(await look('kelly', 'delete', [kelly])).toEqual([refused(kelly, 'You cannot delete yourself.')]);
    expect(await look('kelly', 'revoke-access', [kelly])).toEqual([
      refused(kelly, expect.stringMatching(/^These are your own sign-ins/)),
    ]);
    expect(await look('kelly', 'verify-email', [kelly])).toEqual([already(kelly)]);
    for (const action of bulkActions.filter((one) => one !== 'verify-email' && one !== 'unblock')) {
      expect(await look('olga', action, [ivan, nina]), action).toEqual([
        refused(ivan, 'This user has more rights in this console than you have.'),
        ready(nina),
      ]);
    }
  });

  test('leaves out what the settings hook has taken away, and nothing else', async () => {
    await world.tenant.setHooks({
      access: defaultAccess,
      settings: answering({ userFields: [...userFields, { property: 'delete', edit: false }] }),
    });
    const sentence = 'Your organisation’s settings do not offer this action.';
    expect(await look('kelly', 'delete', [nina])).toEqual([refused(nina, sentence)]);
    expect(await look('kelly', 'block', [nina])).toEqual([ready(nina)]);
  });

  test('knows what was written here a moment ago, while the index lags', async () => {
    await inDepartment('late', 'Finance');
    await inDepartment('gone', 'Finance');
    await world.tenant.setFaults({ indexDelayMs: 600_000 });
    const [late, gone] = ['auth0|late', 'auth0|gone'];
    expect(await look('kelly', 'block', [late, gone])).toEqual([ready(late), ready(gone)]);
    await blockUser(signedIn(world.people.kelly), { userId: late });
    await deleteUser(signedIn(world.people.kelly), { userId: gone });
    expect(await look('kelly', 'block', [late, gone])).toEqual([already(late), refused(gone, notYours)]);
    await world.tenant.setFaults({});
  });

  test('tells nothing of what a mask leaves out', async () => {
    const mask = '{ name: "Somebody" }';
    await world.tenant.setHooks({
      access: `(ctx, callback) => callback(null, ctx.payload.action === 'read:user' ? ${mask} : undefined)`,
    });
    for (const action of ['block', 'unblock'] as const) {
      expect(await look('kelly', action, [nina, boris])).toEqual([ready(nina), ready(boris)]);
    }
  });

  test('says where there is no address for a mail', async () => {
    await world.tenant.putUser({
      user_id: 'sms|1',
      phone_number: '+4915112345678',
      app_metadata: { department: 'Finance' },
    });
    expect(await look('kelly', 'verify-email', ['sms|1', nina])).toEqual([
      refused('sms|1', 'This user has no e-mail address to send a mail to.'),
      ready(nina),
    ]);
  });
});

describe('a list of ids that was made by hand', () => {
  test('reaches nobody beyond the filter, whatever the access hook permits', async () => {
    await world.tenant.setHooks({
      access: accessThat(''),
      filter: answering('app_metadata.department:Finance'),
    });
    expect(await look('kelly', 'delete', [hanna, nina])).toEqual([refused(hanna, notYours), ready(nina)]);
    await world.tenant.setHooks({ access: accessThat('') });
    expect(await look('kelly', 'delete', [hanna])).toEqual([ready(hanna)]);
  });

  test('tells nothing of users of other departments: they are as those who do not exist', async () => {
    const [known, unknown] = await look('kelly', 'block', [hanna, 'auth0|nobody']);
    expect(known).toEqual(refused(hanna, notYours));
    expect({ ...unknown, userId: hanna }).toEqual(known);
    expect(await look('kelly', 'block', ['..', '', 'no id', nina])).toEqual([
      ...['..', '', 'no id'].map((id) => refused(id, notYours)),
      ready(nina),
    ]);
  });

  test('is not looked at for whoever may change nobody', async () => {
    for (const [who, code] of [
      ['amir', 'not-allowed'],
      ['pia', 'no-role'],
    ] as const) {
      const calls = await world.tenant.callsOf(async () => {
        expect((await problemOf(look(who, 'block', [hanna]))).code).toBe(code);
      });
      expect(calls).toEqual([]);
    }
  });

  test('holds no more than a page of the list, and at least one', () => {
    const holds = (userIds: string[]) => bulkPreviewInput.safeParse({ action: 'block', userIds }).success;
    const many = (count: number) => Array.from({ length: count }, (_, at) => `auth0|${at}`);
    expect([0, 1, 100, 101].map((count) => holds(many(count)))).toEqual([false, true, true, false]);
    expect(bulkPreviewInput.safeParse({ action: 'change:roles', userIds: [nina] }).success).toBe(false);
  });
});
