import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answering, defaultAccess, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { listUsers } from '../list/list-users.ts';

/** What the server of dictionaries answers at the moment, and how often it was asked. */
let answer: RequestListener;
let asked = 0;
const server = createServer((request, response) => {
  asked += 1;
  answer(request, response);
});
await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
process.env.HOOK_ORIGINS = origin;

const world = worldWithOwnHooks();
let addresses = 0;
let address: string;

beforeEach(() => {
  asked = 0;
  addresses += 1;
  address = `${origin}/${addresses}.json`;
  answer = (_request, response) =>
    response.end(JSON.stringify({ hello: 'Hallo', labels: { given_name: 'Vorname' } }));
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The label of a column and what its display function makes of the dictionary, with the dictionary at an address. */
async function shownWith(languageDictionary: unknown) {
  const display = '(user, value, dictionary) => dictionary.hello || "without"';
  const userFields = [{ property: 'given_name', label: 'Given name', search: { display } }];
  await world.tenant.setHooks({
    access: defaultAccess,
    settings: answering({ userFields, languageDictionary }),
  });
  const asked = { search: '', sort: { by: 'name', descending: false }, page: 1, perPage: 10 } as const;
  const { columns, rows } = await listUsers(signedIn(world.people.kelly), asked);
  return [columns.at(-1)?.label, rows[0]?.cells.given_name];
}

const german = ['Vorname', 'Hallo'];
const without = ['Given name', 'without'];

test('a dictionary that is an object is taken as it is', async () => {
  expect(await shownWith({ hello: 'Hallo', labels: { given_name: 'Vorname' } })).toEqual(german);
  expect(asked).toBe(0);
});

test('a dictionary at an address is read once, kept for minutes, and then read anew beside a request', async () => {
  expect(await shownWith(address)).toEqual(german);
  answer = (_request, response) => response.end(JSON.stringify({ hello: 'Moin' }));
  expect(await shownWith(address)).toEqual(german);
  expect(asked).toBe(1);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * 60_000 });
  expect(await shownWith(address)).toEqual(german);
  await vi.waitFor(async () => expect(await shownWith(address)).toEqual(['Given name', 'Moin']));
  expect(asked).toBe(2);
});

test('the last dictionary stands while the address fails', async () => {
  expect(await shownWith(address)).toEqual(german);
  answer = (_request, response) => response.writeHead(503).end();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * 60_000 });
  expect(await shownWith(address)).toEqual(german);
  await vi.waitFor(() => expect(console.error).toHaveBeenCalledWith(expect.stringContaining('answered 503')));
  expect(await shownWith(address)).toEqual(german);
  expect(asked).toBe(2);
});

test.each<[string, RequestListener, string]>([
  ['is not there', (_request, response) => response.writeHead(404).end(), 'answered 404'],
  ['is no JSON', (_request, response) => response.end('<html>'), 'no JSON object'],
  ['is a list', (_request, response) => response.end('[1]'), 'no JSON object'],
  ['is huge', (_request, response) => response.end(JSON.stringify({ hello: 'x'.repeat(300_000) })), 'bytes'],
  ['never comes', () => {}, 'in time'],
  [
    'lies elsewhere',
    (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    'HOOK_ORIGINS',
  ],
])(
  'a dictionary that %s costs nobody the list, is asked for once, and the log says why',
  async (_how, listener, why) => {
    answer = listener;
    const startMs = performance.now();
    expect(await shownWith(address)).toEqual(without);
    expect(performance.now() - startMs).toBeLessThan(4_000);
    expect(await shownWith(address)).toEqual(without);
    expect(asked).toBe(1);
    expect(console.error).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(why));
  },
);

test.each([
  'http://192.168.0.1/a.json',
  'https://169.254.169.254/latest/meta-data',
  'https://other.example/a.json',
  'file:///etc/passwd',
  'not an address',
])('a dictionary at %s is not asked for', async (odd) => {
  expect(await shownWith(odd)).toEqual(without);
  expect(console.error).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/HOOK_ORIGINS|no https address/),
  );
});
