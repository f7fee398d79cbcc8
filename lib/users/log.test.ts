import { beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { answering, defaultAccess, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { exportedEntriesMax, exportLog } from './export-log.ts';
import { getLogEntry } from './get-log-entry.ts';
import { getUserLogEntry } from './get-user-log-entry.ts';
import { listLog } from './list-log.ts';
import { listUserLog } from './list-user-log.ts';
import { type LogFilter, wholeLog } from './log-filter.ts';
import type { Manager } from './manager.ts';

const world = worldWithOwnHooks();
const nina = 'auth0|nina';
const hana = 'auth0|hana';

const departmentFilter = `(ctx, callback) => {
  const own = ctx.request.user.app_metadata.department;
  callback(null, own === 'IT' ? undefined : 'app_metadata.department:"' + own + '"');
}`;

/** An entry so many minutes old. */
function at(minutesAgo: number, entry: JsonObject): JsonObject {
  return { date: new Date(Date.now() - minutesAgo * 60_000).toISOString(), client_name: 'Portal', ...entry };
}

const about = (name: string) => ({ user_id: `auth0|${name}`, user_name: `${name}@example.com` });

/** Olga with Finance as her department: an Operator who is narrowed. */
function olgaOfFinance(): Manager {
  const { olga } = world.people;
  return signedIn({ ...olga, app_metadata: { ...olga.app_metadata, department: 'Finance' } });
}

beforeEach(async () => {
  await world.tenant.setHooks({ access: defaultAccess, filter: departmentFilter });
  await world.tenant.putUser({
    user_id: hana,
    email: 'hana@example.com',
    name: 'Hana Secretive',
    app_metadata: { department: 'HR' },
  });
});

async function rowsFor(manager: Manager, filter: Partial<LogFilter> = {}, from = '') {
  return (await listLog(manager, { ...wholeLog, ...filter, from })).rows;
}

const typesFor = async (manager: Manager, filter: Partial<LogFilter> = {}) =>
  (await rowsFor(manager, filter)).map(({ type }) => type);

describe('the tenant’s log', () => {
  test('is for Operators and Administrators, and says so to everybody else', async () => {
    await world.tenant.putTraces({ logs: [at(1, { type: 's', ...about('nina') })] });
    const { kelly, amir, pia, olga, ivan } = world.people;
    for (const [person, code] of [
      [kelly, 'not-allowed'],
      [amir, 'not-allowed'],
      [pia, 'no-role'],
    ] as const) {
      expect((await problemOf(listLog(signedIn(person), { ...wholeLog, from: '' }))).code).toBe(code);
      await expect(exportLog(signedIn(person), wholeLog).next()).rejects.toThrow();
    }
    for (const person of [olga, ivan]) {
      expect(await typesFor(signedIn(person), { event: 'group:sign-in' })).toEqual(['s']);
    }
  });

  test('shows an Operator of Finance what is about Finance, and nothing of anybody else', async () => {
    const { logs } = await world.tenant.putTraces({
      logs: [
        at(5, { type: 's', ...about('nina') }),
        at(4, { type: 'fp', ...about('hana'), description: 'Wrong password of Hana Secretive' }),
        at(3, { type: 'fu', user_name: 'unknown@example.com' }),
        at(2, { type: 'api_limit', description: 'The tenant reached its limit' }),
        at(1, {
          type: 'sapi',
          ...about('nina'),
          description: 'Changed hana@example.com',
          details: { request: { path: '/api/v2/users/auth0%7Chana', body: { name: 'Hana Secretive' } } },
        }),
        at(0, { type: 'slo', ...about('nina'), details: { with: 'auth0|hana', and: 'nina@example.com' } }),
      ],
    });
    const page = await listLog(olgaOfFinance(), { ...wholeLog, from: '' });
    expect(page.rows.map(({ type }) => type)).toEqual(['slo', 'sapi', 's']);
    expect(page).toMatchObject({ isNarrowed: true, next: null });
    const details = await Promise.all(
      [logs[0], logs[4], logs[5]].map((id) => getLogEntry(olgaOfFinance(), `${id}`)),
    );
    let file = '';
    for await (const lines of exportLog(olgaOfFinance(), wholeLog)) file += lines;
    for (const told of [JSON.stringify(page), JSON.stringify(details), file]) {
      expect(told).toContain('Nina');
      expect(told).not.toMatch(/hana|secretive|unknown@|limit/i);
    }
    expect(JSON.stringify(details[2])).toContain('nina@example.com');
    expect(file.trim().split('\r\n')).toHaveLength(4);
    for (const id of [logs[1], logs[2], logs[3], '90020260101000000000', '..']) {
      expect((await problemOf(getLogEntry(olgaOfFinance(), `${id}`))).code).toBe('not-found');
    }
    expect(await typesFor(signedIn(world.people.ivan))).toEqual([
      'slo',
      'sapi',
      'api_limit',
      'fu',
      'fp',
      's',
    ]);
    const whole = await getLogEntry(signedIn(world.people.ivan), `${logs[4]}`);
    expect(JSON.stringify(whole)).toContain('Hana Secretive');
  });

  test('leaves out whom the access hook refuses to show, or whose log it refuses', async () => {
    await world.tenant.putTraces({
      logs: [at(2, { type: 's', ...about('nina') }), at(1, { type: 'fp', ...about('hana') })],
    });
    for (const action of ['read:user', 'read:logs']) {
      const access = `(ctx, callback) => callback(
        ctx.payload.action === '${action}' && ctx.payload.user.user_id === '${hana}' ? 'No.' : null)`;
      await world.tenant.setHooks({ access, filter: departmentFilter });
      expect(await typesFor(signedIn(world.people.olga))).toEqual(['s']);
    }
    await world.tenant.setHooks({ access: '(ctx, callback) => callback(null)', filter: departmentFilter });
    expect(await typesFor(signedIn(world.people.olga))).toEqual(['fp', 's']);
  });

  test('takes an access hook without a filter for a limit: what is about nobody is not shown', async () => {
    await world.tenant.putTraces({
      logs: [
        at(2, { type: 's', ...about('nina') }),
        at(1, { type: 'api_limit' }),
        at(0, { type: 's', ...about('gone') }),
      ],
    });
    await world.tenant.setHooks({ access: defaultAccess });
    expect(await typesFor(signedIn(world.people.olga))).toEqual(['s']);
    await world.tenant.setHooks({ access: defaultAccess, filter: departmentFilter });
    expect(await typesFor(signedIn(world.people.olga))).toEqual(['s', 'api_limit', 's']);
    await world.tenant.setHooks({});
    expect((await problemOf(listLog(signedIn(world.people.olga), { ...wholeLog, from: '' }))).code).toBe(
      'not-allowed',
    );
    expect(await typesFor(signedIn(world.people.ivan))).toHaveLength(3);
  });

  test('of a masked user tells what the mask shows, and finds nothing by what it hides', async () => {
    const { logs } = await world.tenant.putTraces({
      logs: [
        at(1, { type: 's', ...about('nina'), ip: '203.0.113.9', description: 'From the boss’s office' }),
      ],
    });
    await world.tenant.setHooks({
      access: '(ctx, callback) => callback(null, { name: "N." })',
      filter: departmentFilter,
    });
    const olga = () => signedIn(world.people.olga);
    const page = await listLog(olga(), { ...wholeLog, from: '' });
    const detail = await getLogEntry(olga(), `${logs[0]}`);
    const own = await listUserLog(olga(), nina, 1);
    expect(page.rows[0]?.user).toEqual({ userId: nina, name: 'N.' });
    for (const told of [page, detail, own]) {
      expect(JSON.stringify(told)).not.toMatch(/nina@|203\.0\.113|boss/);
    }
    for (const filter of [{ text: '203.0.113.9' }, { user: 'nina@example.com' }, { text: 'boss' }]) {
      expect(await rowsFor(olga(), filter)).toEqual([]);
    }
    expect(await rowsFor(olga(), { event: 's' })).toHaveLength(1);
    await world.tenant.setHooks({ access: defaultAccess, filter: departmentFilter });
    expect(await rowsFor(olga(), { text: '203.0.113.9' })).toHaveLength(1);
  });

  test('costs two calls for a full page, and no more than eight where it has to be searched through', async () => {
    const many = Array.from({ length: 260 }, (_, number) => at(number, { type: 's', ...about('hana') }));
    await world.tenant.putTraces({ logs: [...many, at(300, { type: 'fp', ...about('nina') })] });
    const whole = await world.tenant.callsOf(() =>
      listLog(signedIn(world.people.ivan), { ...wholeLog, from: '' }),
    );
    expect(whole).toEqual(['GET /logs', 'GET /users']);
    let page = await listLog(olgaOfFinance(), { ...wholeLog, from: '' });
    expect(page.rows).toEqual([]);
    const calls = await world.tenant.callsOf(async () => {
      page = await listLog(olgaOfFinance(), { ...wholeLog, from: `${page.next}` });
    });
    expect(calls.length).toBeLessThanOrEqual(8);
    expect(page).toMatchObject({ rows: [{ type: 'fp' }], next: null });
  });

  test('is filtered by event, group, user, application, time and text', async () => {
    const day = 24 * 60;
    await world.tenant.putTraces({
      logs: [
        at(40 * day, { type: 's', ...about('nina') }),
        at(3 * day, { type: 'fp', ...about('nina'), description: 'Wrong email or password.' }),
        at(120, { type: 'slo', ...about('hana'), client_name: 'Wiki', client_id: 'wiki' }),
        at(5, { type: 'gd_auth_failed', ...about('hana'), ip: '203.0.113.7' }),
      ],
    });
    const ivan = signedIn(world.people.ivan);
    const utcDay = (daysAgo: number) =>
      new Date(Date.now() - daysAgo * day * 60_000).toISOString().slice(0, 10);
    for (const [filter, types] of [
      [{ event: 'fp' }, ['fp']],
      [{ event: 'group:sign-in' }, ['slo', 'fp', 's']],
      [{ event: 'group:multifactor' }, ['gd_auth_failed']],
      [{ user: nina }, ['fp', 's']],
      [{ user: 'HANA@example' }, ['gd_auth_failed', 'slo']],
      [{ client: 'wiki' }, ['slo']],
      [{ client: 'Wik' }, ['slo']],
      [{ period: 'hour' }, ['gd_auth_failed']],
      [{ period: 'day' }, ['gd_auth_failed', 'slo']],
      [{ period: 'month' }, ['gd_auth_failed', 'slo', 'fp']],
      [{ period: 'days', since: utcDay(4), until: utcDay(2) }, ['fp']],
      [{ text: '203.0.113' }, ['gd_auth_failed']],
      [{ text: 'signed out' }, ['slo']],
      [{ text: 'type:slo OR type:fp' }, ['slo', 'fp']],
      [{ text: 'second factor', user: nina }, []],
      [{ text: ')) OR (((' }, []],
    ] as const) {
      expect(await typesFor(ivan, filter), JSON.stringify(filter)).toEqual(types);
      expect(await typesFor(ivan, { ...filter, order: 'oldest' }), JSON.stringify(filter)).toEqual(
        types.toReversed(),
      );
    }
    const problem = await problemOf(rowsFor(ivan, { text: 'details.request.body:x' }));
    expect(problem.message).toContain('cannot be searched by “details.request.body”');
  });

  test.each(['newest', 'oldest'] as const)(
    'can be read to its end, beyond 1,000 entries, each once (%s first)',
    async (order) => {
      const logs = Array.from({ length: 1_130 }, (_, number) =>
        at(Math.floor(number / 3), {
          type: number % 2 ? 's' : 'slo',
          ...about('nina'),
          description: `${number}`,
        }),
      );
      await world.tenant.putTraces({ logs });
      const seen: (string | null)[] = [];
      let from = '';
      do {
        const page = await listLog(signedIn(world.people.ivan), { ...wholeLog, order, event: 's', from });
        seen.push(...page.rows.map(({ description }) => description));
        from = page.next ?? '';
      } while (from !== '');
      expect(seen).toHaveLength(565);
      const whole: (string | null)[] = [];
      do {
        const page = await listLog(signedIn(world.people.ivan), { ...wholeLog, order, from });
        whole.push(...page.rows.map(({ description }) => description));
        from = page.next ?? '';
      } while (from !== '');
      expect(whole).toHaveLength(1_130);
      expect(new Set(whole).size).toBe(1_130);
    },
  );

  test('shows what was read when the tenant stops answering half way', async () => {
    const many = Array.from({ length: 120 }, (_, number) =>
      at(number, { type: 's', ...about(number === 3 ? 'nina' : 'hana') }),
    );
    await world.tenant.putTraces({ logs: many });
    const failing = (passes: number) => ({
      respond: [{ match: { path: '/logs' }, status: 503, times: 9, passes }],
    });
    await world.tenant.setFaults(failing(1));
    const page = await listLog(olgaOfFinance(), { ...wholeLog, from: '' });
    expect(page).toMatchObject({ rows: [{ user: { userId: nina } }], isCutShort: true });
    await world.tenant.setFaults(failing(0));
    const nothing = listLog(olgaOfFinance(), { ...wholeLog, from: '' });
    expect((await problemOf(nothing)).code).toBe('tenant-unavailable');
    await world.tenant.setFaults({});
    const rest = await listLog(olgaOfFinance(), { ...wholeLog, from: `${page.next}` });
    expect(rest).toMatchObject({ rows: [], next: null, isCutShort: false });
  });

  test('is exported to a bound, and the file says where it ends', async () => {
    const linesOf = async (filter: LogFilter) => {
      let file = '';
      for await (const lines of exportLog(signedIn(world.people.ivan), filter)) file += lines;
      return file.trim().split('\r\n');
    };
    const logs = Array.from({ length: exportedEntriesMax + 150 }, (_, number) =>
      at(number, { type: number < 150 ? 'fp' : 's', ...about('nina') }),
    );
    await world.tenant.putTraces({ logs });
    const cut = await linesOf(wholeLog);
    expect(cut).toHaveLength(1 + exportedEntriesMax + 1);
    expect(cut.at(-1)).toContain('The file ends here with 5000 entries; there is more.');
    const whole = await linesOf({ ...wholeLog, event: 'fp' });
    expect(whole).toHaveLength(1 + 150);
    expect(whole[1]).toContain('Sign-in failed: wrong password,fp,Nina,auth0|nina,Portal');
  });

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
