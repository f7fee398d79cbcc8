import { describe, expect, test } from 'vitest';
import { about, at, nina, olgaOfFinance, rowsFor, typesFor, worldWithLog } from '#lib/testing/log-world.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { exportedEntriesMax, exportLog } from './export-log.ts';
import { listLog } from './list-log.ts';
import { type LogFilter, wholeLog } from './log-filter.ts';

const world = worldWithLog();

describe('a search of the tenant’s log', () => {
  test('costs two calls for a full page, and no more than eight where it has to be searched through', async () => {
    const many = Array.from({ length: 260 }, (_, number) => at(number, { type: 's', ...about('hana') }));
    await world.tenant.putTraces({ logs: [...many, at(300, { type: 'fp', ...about('nina') })] });
    const whole = await world.tenant.callsOf(() =>
      listLog(signedIn(world.people.ivan), { ...wholeLog, from: '' }),
    );
    expect(whole).toEqual(['GET /logs', 'GET /users']);
    let page = await listLog(olgaOfFinance(world), { ...wholeLog, from: '' });
    expect(page.rows).toEqual([]);
    const calls = await world.tenant.callsOf(async () => {
      page = await listLog(olgaOfFinance(world), { ...wholeLog, from: `${page.next}` });
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
    const page = await listLog(olgaOfFinance(world), { ...wholeLog, from: '' });
    expect(page).toMatchObject({ rows: [{ user: { userId: nina } }], isCutShort: true });
    await world.tenant.setFaults(failing(0));
    const nothing = listLog(olgaOfFinance(world), { ...wholeLog, from: '' });
    expect((await problemOf(nothing)).code).toBe('tenant-unavailable');
    await world.tenant.setFaults({});
    const rest = await listLog(olgaOfFinance(world), { ...wholeLog, from: `${page.next}` });
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
});
