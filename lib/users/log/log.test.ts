import { describe, expect, test } from 'vitest';
import {
  about,
  at,
  departmentFilter,
  hana,
  nina,
  olgaOfFinance,
  rowsFor,
  typesFor,
  worldWithLog,
} from '#lib/testing/log-world.ts';
import { defaultAccess } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { exportLog } from './export-log.ts';
import { getLogEntry } from './get-log-entry.ts';
import { listLog } from './list-log.ts';
import { listUserLog } from './list-user-log.ts';
import { wholeLog } from './log-filter.ts';

const world = worldWithLog();

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
    const page = await listLog(olgaOfFinance(world), { ...wholeLog, from: '' });
    expect(page.rows.map(({ type }) => type)).toEqual(['slo', 'sapi', 's']);
    expect(page).toMatchObject({ isNarrowed: true, next: null });
    const details = await Promise.all(
      [logs[0], logs[4], logs[5]].map((id) => getLogEntry(olgaOfFinance(world), `${id}`)),
    );
    let file = '';
    for await (const lines of exportLog(olgaOfFinance(world), wholeLog)) file += lines;
    for (const told of [JSON.stringify(page), JSON.stringify(details), file]) {
      expect(told).toContain('Nina');
      expect(told).not.toMatch(/hana|secretive|unknown@|limit/i);
    }
    expect(JSON.stringify(details[2])).toContain('nina@example.com');
    expect(file.trim().split('\r\n')).toHaveLength(4);
    for (const id of [logs[1], logs[2], logs[3], '90020260101000000000', '..']) {
      expect((await problemOf(getLogEntry(olgaOfFinance(world), `${id}`))).code).toBe('not-found');
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
});
