import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFaults } from '../../faults/faults.ts';
import { openStore } from '../../store/open-store.ts';
import { startTestApi, type TestApi, testPassword } from '../testing/test-api.ts';
import { appendLog } from './append-log.ts';

let api: TestApi;

interface Line {
  log_id: string;
  date: string;
  type: string;
  user_id: string;
}

beforeAll(async () => {
  api = await startTestApi(240);
});

afterAll(() => api.close());

describe('the log', () => {
  test('is paged newest first, and every line can be asked for by its id', async () => {
    const { body } = await api.call('GET', '/logs?per_page=20&page=1&include_totals=true');
    expect(body).toMatchObject({ start: 20, limit: 20, length: 20 });
    expect(body.total).toBeGreaterThan(100);
    const dates = body.logs.map((line: Line) => line.date);
    expect(dates).toEqual(dates.toSorted().toReversed());
    const [line] = body.logs;
    expect((await api.call('GET', `/logs/${line.log_id}`)).body).toEqual(line);
    expect((await api.call('GET', '/logs/900')).status).toBe(404);
  });

  test('read by checkpoint comes whole, oldest first, each line once', async () => {
    const { total } = (await api.call('GET', '/logs?include_totals=true')).body;
    const seen: string[] = [];
    for (let from = ''; ; ) {
      const { body } = await api.call('GET', `/logs?take=100&from=${from}`);
      if (body.length === 0) break;
      seen.push(...body.map((line: Line) => line.log_id));
      from = body.at(-1).log_id;
    }
    expect(seen).toHaveLength(total);
    expect(seen).toEqual([...new Set(seen)].toSorted());
  });

  test('is searched by Lucene, and refuses what does not parse', async () => {
    const { body } = await api.call('GET', '/logs?q=type:fp&per_page=100');
    expect(body.length).toBeGreaterThan(0);
    expect(body.every((line: Line) => line.type === 'fp')).toBe(true);
    const refused = await api.call('GET', '/logs?q=type%3A%28%28');
    expect(refused).toMatchObject({ status: 400, body: { errorCode: 'invalid_query_string' } });
  });

  test('ends at 1,000 lines by page', async () => {
    expect(await api.call('GET', '/logs?per_page=100&page=10')).toMatchObject({
      status: 400,
      body: { errorCode: 'invalid_paging' },
    });
    expect((await api.call('GET', '/logs?per_page=100&page=9')).status).toBe(200);
  });

  test('of a user holds that user’s lines, the sign-in just made first', async () => {
    const id = await api.putUser({ email: 'ada@example.com', password: testPassword });
    await api.signIn('ada@example.com', 'wrong');
    await api.signIn('ada@example.com');
    const { body } = await api.call('GET', `/users/${encodeURIComponent(id)}/logs`);
    expect(body.map((line: Line) => [line.type, line.user_id])).toEqual([
      ['s', id],
      ['fp', id],
    ]);
    expect(JSON.stringify(body)).not.toContain(testPassword);
  });

  test('keeps the newest 10,000 lines', () => {
    const store = openStore();
    const tenant = { issuer: 'http://localhost/', store, faults: createFaults() };
    const first = appendLog(tenant, { type: 's' });
    let last = first;
    for (let count = 0; count < 10_600; count += 1) last = appendLog(tenant, { type: 's' });
    const logs = store.collection<Line>('logs');
    expect(logs.size).toBeGreaterThanOrEqual(10_000);
    expect(logs.size).toBeLessThanOrEqual(10_500);
    expect(logs.get(first.log_id)).toBeUndefined();
    expect(logs.get(last.log_id)).toBeDefined();
    store.close();
  });
});
