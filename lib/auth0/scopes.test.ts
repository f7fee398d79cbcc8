import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { allEndpoints } from '#lib/tenant/management/all-endpoints.ts';
import { pathMatcher } from '#lib/tenant/server/match-path.ts';
import { managementScopes } from './scopes.ts';

const folder = import.meta.dirname;
const sources = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));

interface Call {
  /** `read-user.ts: UsersClient.get` */
  where: string;
  /** `GET /users/x` */
  sent: string;
}

/** What a call is made with that may send a file: a request, and beside it the text that stands for an id. */
const anyFile = Object.assign(Object('x'), { users: new Uint8Array() });

type Method = (...args: unknown[]) => PromiseLike<unknown>;

/** What one call of the SDK sends, found by making it with a `fetch` that goes nowhere. */
async function sentBy(module: string, className: string, members: string[]): Promise<string[]> {
  const sent: string[] = [];
  const client = Reflect.construct(Reflect.get(await import(module), className), [
    {
      baseUrl: 'http://tenant.invalid/api/v2',
      token: 'token',
      maxRetries: 0,
      fetch: async (url: string | URL | Request, init: RequestInit = {}) => {
        const { pathname } = new URL(url instanceof Request ? url.url : url);
        sent.push(`${init.method} ${pathname.replace('/api/v2', '')}`);
        return Response.json({});
      },
    },
  ]);
  let owner: object = Object(client);
  for (const name of members.slice(0, -1)) owner = Reflect.get(owner, name);
  const method: Method = Reflect.get(owner, members.at(-1) ?? '');
  await method.call(owner, members.includes('create') ? anyFile : 'x', 'y');
  return sent;
}

/** The SDK's classes that a file imports, by the name under which it uses them. */
function classesIn(text: string): Map<string, { module: string; className: string }> {
  const imports = [...text.matchAll(/import \{([\w,\s]+)\} from '(auth0\/[\w/-]+)'/g)];
  return new Map(
    imports.flatMap(([, names = '', module = '']) =>
      names.split(',').map((name) => {
        const [className = '', alias = className] = name.trim().split(' as ');
        return [alias, { module, className }] as const;
      }),
    ),
  );
}

/** `.list` is one method; `[how]` is each of those that `how: 'assign' | 'delete'` names. */
function chainsOf(chain: string, text: string): string[][] {
  if (chain !== '[how]')
    return [
      chain
        .split('.')
        .map((name) => name.trim())
        .filter(Boolean),
    ];
  const [, union = ''] = /how: ((?:'\w+'(?: \| )?)+)/.exec(text) ?? [];
  return [...union.matchAll(/\w+/g)].map(([name]) => [name]);
}

async function callsIn({ file, text }: { file: string; text: string }): Promise<Call[]> {
  const classes = classesIn(text);
  const uses = [...text.matchAll(/new (\w+Client)\(client\)((?:\s*\.\w+)+|\[how\])\(/g)];
  const made = text.match(/new \w+Client\(/g) ?? [];
  const how = `${file}: call the SDK as new UsersClient(client).method(…), so that this test sees it`;
  expect(uses, how).toHaveLength(made.length);
  const calls: Call[] = [];
  for (const [, name = '', chain = ''] of uses) {
    const sdkClass = classes.get(name);
    if (!sdkClass) throw new Error(`${file} imports ${name} in a way that this test does not see.`);
    for (const members of chainsOf(chain, text)) {
      const sent = await sentBy(sdkClass.module, sdkClass.className, members);
      calls.push(...sent.map((one) => ({ where: `${file}: ${name}.${members.join('.')}`, sent: one })));
    }
  }
  return calls;
}

const calls = (await Promise.all(sources.map(callsIn))).flat();
const match = pathMatcher(allEndpoints);

/** Each call with the scopes that the API's description names for it. */
const needs = calls.map(({ where, sent }) => {
  const [method = '', pathname = ''] = sent.split(' ');
  const matched = match(method, pathname);
  const endpoint = matched.found === 'route' ? matched.route : undefined;
  return { where, sent, endpoint };
});

describe('the scopes of the machine client', () => {
  const listed = managementScopes.map(({ scope }) => scope);

  test('the calls are found', () => {
    expect(calls.map(({ sent }) => sent)).toEqual(
      expect.arrayContaining(['GET /users', 'POST /users', 'PATCH /users/x', 'GET /connections']),
    );
    expect(
      needs.filter(({ endpoint }) => !endpoint).map(({ where, sent }) => `${where} sends ${sent}`),
    ).toEqual([]);
  });

  test('let every call through that the console makes', () => {
    const unlisted = needs
      .filter(({ endpoint }) => !endpoint?.scopes.some((scope) => listed.includes(scope)))
      .map(({ where, endpoint }) => `${where} needs one of: ${endpoint?.scopes.join(', ')}`);
    expect(unlisted, 'add the scope to lib/auth0/scopes.ts').toEqual([]);
  });

  test('are each asked for by a call, once', () => {
    const named = needs.flatMap(({ endpoint }) => [
      ...(endpoint?.scopes ?? []),
      ...(endpoint?.furtherScopes ?? []),
    ]);
    expect(
      listed.filter((scope) => !named.includes(scope)),
      'no call uses these any more',
    ).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('each have a probe that the scope is needed for', () => {
    for (const { scope, probe } of managementScopes) {
      const matched = match(probe.method, probe.path.split('?')[0] ?? '');
      const endpoint = matched.found === 'route' ? matched.route : undefined;
      const opened = probe.shows ? endpoint?.furtherScopes : endpoint?.scopes;
      expect(opened, `${scope}: ${probe.method} ${probe.path}`).toContain(scope);
    }
  });
});
