import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePorts, nextCommand, projectFolder, type StartedProcess, startNode } from '../scripts/stack.ts';
import { ask, captureCreate, replay, sessionOf } from './by-hand.ts';
import type { Stack } from './stack-fixture.ts';
import { expect, type PersonFixtures, unique } from './test.ts';

/** The same build with its proxy taken out of it, as a request that skips the proxy finds it. */
async function startWithoutProxy(stack: Stack): Promise<{ url: string; console: StartedProcess }> {
  const folder = path.join(path.dirname(stack.hooksFolder), 'without-proxy');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const built = path.join(projectFolder, '.next');
  cpSync(built, path.join(folder, '.next'), {
    recursive: true,
    filter: (file) => !['cache', 'dev', 'diagnostics'].includes(path.relative(built, file)),
  });
  for (const file of ['next.config.js', 'package.json']) {
    cpSync(path.join(projectFolder, file), path.join(folder, file));
  }
  const manifest = path.join(folder, '.next/server/functions-config-manifest.json');
  const { functions, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
  delete functions['/_middleware'];
  writeFileSync(manifest, JSON.stringify({ ...rest, functions }));
  const [port = 0] = await freePorts(1);
  const url = `http://localhost:${port}`;
  const variables = stack.besides({ PORT: `${port}`, APP_BASE_URL: url });
  const args = [nextCommand, 'start', folder, '-H', 'localhost', '-p', `${port}`];
  const started = startNode(args, variables);
  await expect
    .poll(
      () =>
        ask(`${url}/icon.svg`)
          .then(({ status }) => status)
          .catch(() => 0),
      { timeout: 30_000 },
    )
    .toBe(200);
  return { url, console: started };
}

const forgedSession = '__session=forged; steward-session=forged';

/** How a page can be asked for, beside plainly: its data alone, ahead of time, in parts, and as if from within. */
const ways: [string, Record<string, string>][] = [
  ['as a document', {}],
  ['as data', { rsc: '1' }],
  ['as data ahead of time', { rsc: '1', 'next-router-prefetch': '1' }],
  ['as a tree', { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }],
  ['as a whole', { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_full' }],
  ['past middleware', { 'x-middleware-subrequest': Array(5).fill('proxy').join(':') }],
  ['past src/middleware', { 'x-middleware-subrequest': Array(5).fill('src/middleware').join(':') }],
  ['as data past middleware', { rsc: '1', 'x-middleware-subrequest': Array(5).fill('middleware').join(':') }],
  ['with a forged path', { 'x-requested-path': '//evil.example', 'x-nonce': 'AAAA' }],
  ['with a forged host', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
  [
    'with a forged address',
    { 'x-rewrite-url': '/icon.svg', 'x-matched-path': '/icon.svg', 'x-invoke-path': '/icon.svg' },
  ],
];

/** Several at a time, so that asking for hundreds of pages takes seconds. */
async function inTurns<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const turn = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: 8 }, turn));
}

/**
 * Asks for every page in every way, as nobody and as somebody who may not, of a console whose proxy is gone, and
 * calls an action of it; and then as somebody who may.
 */
export async function expectRefusalsWithoutProxy({
  as,
  stack,
  makeUser,
}: Pick<PersonFixtures, 'as' | 'makeUser'> & { stack: Stack }): Promise<void> {
  const { userId } = await makeUser({
    email: `${unique('hidden')}@example.com`,
    name: 'Hidden Person',
    app_metadata: { department: 'Finance' },
  });
  const kelly = await as('kelly');
  const first = `${unique('proxy')}@example.com`;
  const call = await captureCreate(kelly, first, stack.password);
  const [ofKelly, ofAmir] = [await sessionOf(kelly), await sessionOf(await as('amir'))];
  const { url, console } = await startWithoutProxy(stack);
  try {
    const own = `/users/${encodeURIComponent(userId)}`;
    const plain = await ask(`${url}/users`);
    expect(plain.headers.has('content-security-policy'), 'the proxy is really gone').toBe(false);
    const pages = [
      '/users',
      '/users?q=Hidden',
      '/users/new',
      own,
      `${own}?tab=log`,
      `${own}?tab=raw`,
      `${own}/edit`,
    ];
    const logsAndRecords = [
      '/logs',
      '/logs/export',
      '/users/export',
      '/audit',
      '/audit/export',
      '/audit/live',
      `${own}?tab=history`,
    ];
    const parts = pages.flatMap((page) => {
      const [before = ''] = page.split('?');
      return [`${before}.rsc`, `${before}.segments/_tree.segment.rsc`, `/_next/data/x${before}.json`];
    });
    const asked = [url, stack.appUrl].flatMap((where) => [
      ...[...pages, ...logsAndRecords].flatMap((page) => ways.map((way) => ({ where, page, way }))),
      ...parts.flatMap((page) => ways.slice(0, 2).map((way) => ({ where, page, way }))),
    ]);
    await inTurns(asked, async ({ where, page, way: [way, headers] }) => {
      const answer = await ask(where + page, { headers });
      const said = `${page} ${way} of ${where === url ? 'the console without proxy' : 'the console'}`;
      expect(answer.text, said).not.toMatch(/Hidden Person|Finance|Display name/);
      expect(answer.headers.get('location') ?? '/', said).toMatch(/^\/(?!\/)/);
      expect(answer.status, said).toBeLessThan(500);
    });

    for (const [way, headers] of ways.slice(0, 2)) {
      // The first page of the list holds whoever comes first by name, which other tests have a hand in.
      for (const page of pages.filter((one) => !['/users', '/users/new'].includes(one))) {
        const answer = await ask(url + page, { headers: { ...headers, cookie: ofKelly } });
        expect(answer.text, `Kelly gets ${page} ${way}`).toContain('Hidden Person');
      }
    }
    const foreign = await ask(url + own, { headers: { cookie: ofAmir, rsc: '1' } });
    expect(foreign.text).not.toContain('Hidden Person');

    const attempt = async (more: Parameters<typeof replay>[2]) => {
      const email = `${unique('replay')}@example.com`;
      const answer = await replay(url, call, { ...more, body: call.body.replaceAll(first, email) });
      return { answer, made: await stack.usersByEmail(email) };
    };
    for (const [who, more] of [
      ['nobody', { origin: url }],
      ['a session that is none', { origin: url, cookie: forgedSession }],
      ['Amir', { origin: url, cookie: ofAmir }],
      ['another page', { origin: 'https://evil.example', cookie: ofKelly }],
      ['no page at all', { cookie: ofKelly }],
      ['nobody, past middleware', { origin: url, headers: { 'x-middleware-subrequest': 'proxy' } }],
    ] as const) {
      const { answer, made } = await attempt(more);
      expect(made, who).toEqual([]);
      expect(answer.text, who).not.toContain('"ok":true');
    }
    const { answer, made } = await attempt({ origin: url, cookie: ofKelly });
    expect(answer.text).toContain('"ok":true');
    expect(made).toHaveLength(1);
  } finally {
    await console.stop();
  }
}
