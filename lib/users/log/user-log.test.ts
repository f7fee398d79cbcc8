import { describe, expect, test } from 'vitest';
import { about, at, departmentFilter, hana, nina, worldWithLog } from '#lib/testing/log-world.ts';
import { answering, defaultAccess } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { getLogEntry } from './get-log-entry.ts';
import { getUserLogEntry } from './get-user-log-entry.ts';
import { listLog } from './list-log.ts';
import { listUserLog } from './list-user-log.ts';
import { wholeLog } from './log-filter.ts';

const world = worldWithLog();

describe('an entry of the log', () => {
  test('keeps tokens, tickets and codes to itself', async () => {
    const secret = 'S3cretValue0123456789';
    const { logs } = await world.tenant.putTraces({
      logs: [
        at(1, {
          type: 's',
          ...about('nina'),
          description: `Back to https://app.example/callback?code=${secret}&state=x`,
          details: {
            access_token: secret,
            link: `https://tenant.example/lo/reset?ticket=${secret}`,
            request: { headers: { authorization: `Bearer ${secret}`, cookie: secret } },
            prompts: [{ session_id: secret, name: 'kept' }],
            jwt_like: `eyJhbGciOiJSUzI1NiJ9.${secret}.${secret}`,
            client_type: 'kept too',
          },
        }),
      ],
    });
    const ivan = () => signedIn(world.people.ivan);
    const told = JSON.stringify([
      await getLogEntry(ivan(), `${logs[0]}`),
      await getUserLogEntry(ivan(), nina, `${logs[0]}`),
      await listLog(ivan(), { ...wholeLog, from: '' }),
    ]);
    expect(told).not.toContain(secret);
    expect(told).toContain('https://app.example/callback?[hidden]');
    expect(told).toContain('kept');
    expect(told).toContain('kept too');
  });

  test('shows no raw entries where the settings keep raw data back', async () => {
    const { logs } = await world.tenant.putTraces({
      logs: [at(1, { type: 's', ...about('nina'), details: { odd: 'only in the raw entry' } })],
    });
    const ivan = () => signedIn(world.people.ivan);
    const read = async () =>
      JSON.stringify([
        await getLogEntry(ivan(), `${logs[0]}`),
        await getUserLogEntry(ivan(), nina, `${logs[0]}`),
      ]);
    expect(await read()).toContain('only in the raw entry');
    await world.tenant.setHooks({
      access: defaultAccess,
      filter: departmentFilter,
      settings: answering({ suppressRawData: true }),
    });
    expect(await read()).not.toContain('only in the raw entry');
  });
});

describe('a user’s own log', () => {
  test('is there for whoever sees the user, in pages, newest first', async () => {
    const logs = Array.from({ length: 30 }, (_, number) =>
      at(number, { type: 's', ...about('nina'), description: `${number}` }),
    );
    await world.tenant.putTraces({ logs: [...logs, at(0, { type: 'fp', ...about('hana') })] });
    const kelly = () => signedIn(world.people.kelly);
    const first = await listUserLog(kelly(), nina, 1);
    const second = await listUserLog(kelly(), nina, 2);
    expect([first.rows.length, first.hasNextPage, second.rows.length, second.hasNextPage]).toEqual([
      25,
      true,
      5,
      false,
    ]);
    expect([...first.rows, ...second.rows].map(({ description }) => description)).toEqual(
      logs.map(({ description }) => description),
    );
  });

  test('is refused with the user, by the hook, and entry by entry', async () => {
    const { logs } = await world.tenant.putTraces({
      logs: [at(1, { type: 's', ...about('nina') }), at(1, { type: 's', ...about('hana') })],
    });
    const kelly = () => signedIn(world.people.kelly);
    expect((await problemOf(listUserLog(kelly(), hana, 1))).code).toBe('not-found');
    expect((await problemOf(getUserLogEntry(kelly(), hana, `${logs[1]}`))).code).toBe('not-found');
    expect((await problemOf(getUserLogEntry(kelly(), nina, `${logs[1]}`))).code).toBe('not-found');
    await expect(getUserLogEntry(kelly(), nina, `${logs[0]}`)).resolves.toMatchObject({ event: 'Signed in' });
    await world.tenant.setHooks({
      access: '(ctx, callback) => callback(ctx.payload.action === "read:logs" ? "No logs." : null)',
    });
    expect((await problemOf(listUserLog(kelly(), nina, 1))).message).toBe('No logs.');
    expect((await problemOf(getUserLogEntry(kelly(), nina, `${logs[0]}`))).message).toBe('No logs.');
  });
});
