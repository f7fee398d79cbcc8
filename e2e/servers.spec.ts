import { once } from 'node:events';
import { test as base, expect, type Page } from '@playwright/test';
import { openStateAt } from '#lib/state/state.ts';
import { ask, type CapturedCall, captureCreate, replay, sessionOf } from './by-hand.ts';
import { unique } from './test.ts';
import { TwoServers } from './two-servers.ts';

// Two consoles on one PostgreSQL, behind nothing but two ports.
let servers: TwoServers;

const test = base.extend<object, { started: TwoServers }>({
  started: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern here.
    async ({}, use) => {
      servers = await TwoServers.start('servers');
      await use(servers);
      await servers.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ started }, use) => use(started.first),
});

test.afterEach(async () => {
  await servers.stack.control('PUT', '/faults', {});
});

/** Kelly's or Ivan's page, signed in at the first console. */
async function signedIn(page: Page, person: 'kelly' | 'ivan'): Promise<string> {
  const context = page.context();
  await context.clearCookies();
  const { first, stack } = servers;
  await page.goto(`${first}/users`);
  await page.getByLabel('E-mail or username').fill(`${person}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill(stack.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${first}/users`);
  return sessionOf(page);
}

const textOf = async (address: string, cookie: string) => (await ask(address, { headers: { cookie } })).text;

/** What the list at one server shows: a hook's sentence, or the list. */
async function shownAt(origin: string, cookie: string): Promise<string> {
  const text = await textOf(`${origin}/users`, cookie);
  return /From the \w+|Actions for/.exec(text)?.[0] ?? text.slice(0, 200);
}

/** That it takes a second at most is measured where nothing else takes time. */
const shortly = { timeout: 15_000, intervals: [100] };

const refusing = (sentence: string) => `(ctx, callback) => callback(new Error('${sentence}'))`;

test('who is signed in at one is signed in at the other, and signed out at both', async ({ page }) => {
  const cookie = await signedIn(page, 'kelly');
  expect(await textOf(`${servers.second}/users`, cookie)).toContain('Kelly Brandt');
  expect((await ask(`${servers.second}/users`)).status).toBe(307);
  await page.getByRole('link', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  expect((await ask(`${servers.second}/users`, { headers: { cookie } })).status).toBe(307);
});

test('a hook that is changed or published at one holds at the other within a second', async ({ page }) => {
  const cookie = await signedIn(page, 'ivan');
  const { first, second, stack } = servers;
  stack.writeHook('filter', refusing('From the first'));
  await expect.poll(() => shownAt(first, cookie), shortly).toBe('From the first');
  await expect.poll(() => shownAt(second, cookie), shortly).toBe('From the first');
  servers.writeHookOfSecond('filter', refusing('From the second'));
  await expect.poll(() => shownAt(second, cookie), shortly).toBe('From the second');
  await expect.poll(() => shownAt(first, cookie), shortly).toBe('From the second');

  await page.goto(`${first}/hooks/filter`);
  await expect(page.getByRole('heading', { name: 'Version 3' })).toContainText('In force');
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish version 1' }).click();
  await expect(page.getByText('Version 1 of the filter hook is in force.')).toBeVisible();
  await expect(page.getByText(/published by Ivan Petrov/)).toBeVisible();
  await expect.poll(() => shownAt(second, cookie), shortly).toBe('Actions for');
  expect(await shownAt(first, cookie)).toBe('Actions for');
});

test('custom data that hooks keep at one are read at the other', async ({ page }) => {
  const cookie = await signedIn(page, 'ivan');
  const { first, second, stack } = servers;
  const own = await textOfHook('filter');
  stack.writeHook(
    'filter',
    `async (ctx) => {
      const data = await ctx.read();
      const seen = (data.seen || 0) + 1;
      await ctx.write({ ...data, seen });
      throw new Error('Counted ' + seen + '.');
    }`,
  );
  const counted = async (origin: string) =>
    Number(/Counted (\d+)\./.exec(await textOf(`${origin}/users`, cookie))?.[1]);
  await expect.poll(() => counted(second), shortly).toBeGreaterThan(0);
  const before = await counted(first);
  const after = await counted(second);
  expect(after).toBeGreaterThan(before);
  expect(await counted(first)).toBeGreaterThan(after);
  stack.writeHook('filter', own);
});

async function textOfHook(name: string): Promise<string> {
  const { readFileSync } = await import('node:fs');
  return readFileSync(`hooks/${name}.js`, 'utf8');
}

test('who is created at one is in the list of the other at once, while the index lags', async ({ page }) => {
  const cookie = await signedIn(page, 'kelly');
  await servers.stack.control('PUT', '/faults', { indexDelayMs: 5_000 });
  const email = `${unique('made-at-one')}@example.com`;
  await create(page, email);
  expect(await textOf(`${servers.second}/users?q=${email}`, cookie)).toContain(email);
});

/** Creates a user at the first console; answers with the call that did it. */
function create(page: Page, email: string): Promise<CapturedCall> {
  return captureCreate(page, email, servers.stack.password);
}

interface Entry {
  kind: string;
  text: string;
}

/** What the audit trail has of created users. */
async function trail(): Promise<Entry[]> {
  const state = await openStateAt({ databaseUrl: servers.databaseUrl, folder: '' });
  const rows = await state.db.selectFrom('audit_entry').select(['kind', 'content']).execute();
  await state.close();
  return rows.map(({ kind, content }) => ({ kind, text: JSON.stringify(content) }));
}

test('kill -9 of one loses nothing that was confirmed, and leaves nothing without a record', async ({
  page,
}) => {
  const cookie = await signedIn(page, 'kelly');
  const { first, second, stack } = servers;
  const origin = second;
  const template = unique('killed');
  const call = await create(page, `${template}@example.com`);
  const emails = Array.from({ length: 40 }, (_, n) => `${template}-${n}@example.com`);
  const confirmed: string[] = [];
  const gone = once(servers.process.child, 'exit');
  await Promise.all(
    emails.map(async (email) => {
      const body = call.body.replaceAll(`${template}@example.com`, email);
      const answer = await replay(second, call, { cookie, origin, body }).catch(() => undefined);
      if (answer?.status !== 200 || !answer.text.includes('"ok":true')) return;
      confirmed.push(email);
      if (confirmed.length === 8) servers.process.child.kill('SIGKILL');
    }),
  );
  await gone;
  expect(confirmed.length).toBeGreaterThanOrEqual(8);
  expect(confirmed.length).toBeLessThan(emails.length);
  const entries = await trail();
  for (const email of emails) {
    const isThere = (await stack.usersByEmail(email)).length > 0;
    if (confirmed.includes(email)) expect(isThere, email).toBe(true);
    const kinds = entries.filter((entry) => entry.text.includes(email)).map(({ kind }) => kind);
    if (isThere) expect(kinds, email).toContain('begun');
    if (confirmed.includes(email)) expect(kinds, email).toContain('ended');
  }
  expect(await textOf(`${first}/users`, cookie)).toContain('Kelly Brandt');
  await servers.startSecond();
  expect(await textOf(`${second}/users`, cookie)).toContain('Kelly Brandt');
});

test('a server that is told to end says so at once, ends a save in flight, and ends with 0', async ({
  page,
}) => {
  const cookie = await signedIn(page, 'kelly');
  const { second, stack } = servers;
  const template = unique('drained');
  const call = await create(page, `${template}@example.com`);
  expect(await readyz(second)).toEqual([200, 'ready']);
  await stack.control('PUT', '/faults', { latencyMs: 700 });
  const email = `${template}-slow@example.com`;
  const body = call.body.replaceAll(`${template}@example.com`, email);
  const saving = replay(second, call, { cookie, origin: second, body });
  const { child } = servers.process;
  const gone = once(child, 'exit');
  const isBegun = async () => (await trail()).some((entry) => entry.text.includes(email));
  await expect.poll(isBegun, { timeout: 10_000, intervals: [50] }).toBe(true);
  child.kill('SIGTERM');
  await expect.poll(() => readyz(second), shortly).toEqual([503, 'draining']);
  const saved = await saving;
  expect(saved.text).toContain('"ok":true');
  expect(await gone).toEqual([0, null]);
  await stack.control('PUT', '/faults', {});
  expect(await stack.usersByEmail(email)).toHaveLength(1);
  await servers.startSecond();
});

async function readyz(origin: string): Promise<[number, string]> {
  const answer = await fetch(`${origin}/readyz`);
  const { status } = (await answer.json()) as { status: string };
  return [answer.status, status];
}

test('a save is one trace, from the request by way of the hooks to the tenant, and tells of nobody', async ({
  page,
}) => {
  const cookie = await signedIn(page, 'kelly');
  const { second, collector } = servers;
  const template = unique('traced');
  const call = await create(page, `${template}@example.com`);
  const body = call.body.replaceAll(`${template}@example.com`, `${template}-again@example.com`);
  const saved = await replay(second, call, { cookie, origin: second, body });
  expect(saved.text).toContain('"ok":true');
  const writes = () => collector.spans().filter(({ name }) => name === 'tenant POST /users');
  await expect.poll(() => writes().length, shortly).toBeGreaterThan(0);
  const traceId = writes().at(-1)?.traceId;
  const ofTrace = () => collector.spans().filter((span) => span.traceId === traceId);
  const request = () => ofTrace().find(({ parentSpanId }) => !parentSpanId);
  await expect.poll(() => request()?.name, shortly).toBe('POST /users/new');
  const names = ofTrace().map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['hook access', 'hook write', 'tenant POST /users']));
  const sent = collector.texts.join('\n');
  expect(sent).not.toMatch(/@example\.com|kelly|ivan|eyJ|returnTo|auth0(%7C|\|)|healthz|readyz/i);
});

test('what both printed is lines of JSON that hold no secret', async ({ page }) => {
  const cookie = await signedIn(page, 'kelly');
  const { stack, process, databaseUrl } = servers;
  const printed = `${stack.consoleOutput()}${process.output()}`;
  const lines = printed.split('\n').filter((line) => line !== '');
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow();
  const { AUTH0_SECRET, AUTH0_CLIENT_SECRET, AUTH0_MANAGEMENT_CLIENT_SECRET } = stack.variables;
  const secrets = [stack.password, AUTH0_SECRET, AUTH0_CLIENT_SECRET, AUTH0_MANAGEMENT_CLIENT_SECRET];
  for (const secret of [...secrets, cookie, new URL(databaseUrl).password]) {
    expect(printed).not.toContain(`${secret}`);
  }
  expect(printed).not.toMatch(/eyJ[\w-]{20}|ticket=|code=/);
});
