import { describe, expect, test } from 'vitest';
import { managementScopes } from '#lib/auth0/scopes.ts';
import { examine, file, good, hooks, patient, tenant, withDoctor } from '#lib/testing/doctor-world.ts';
import { runCommand } from '#lib/testing/new-tenant.ts';
import { startPostgres } from '#lib/testing/postgres.ts';
import { checkClock, checkNode } from './doctor/check-settings.ts';

withDoctor();

async function withGrant<T>(scope: string[], run: () => Promise<T>): Promise<T> {
  const [grant] = await tenant.ask('GET', `/client-grants?client_id=${good.AUTH0_MANAGEMENT_CLIENT_ID}`);
  await tenant.ask('PATCH', `/client-grants/${grant.id}`, { scope });
  try {
    return await run();
  } finally {
    await tenant.ask('PATCH', `/client-grants/${grant.id}`, { scope: grant.scope });
  }
}

describe('npm run doctor', () => {
  test('finds nothing wrong with what the set-up made, and says what it looked at', async () => {
    const { exitCode, ok, findings, problems } = await examine();
    expect(problems).toEqual([]);
    expect({ exitCode, ok }).toEqual({ exitCode: 0, ok: true });
    const said = findings.map(({ says }) => says).join('\n');
    expect(said).toContain('kelly@example.com, ivan@example.com, noor@example.com');
    expect(said).toContain('The filter hook refuses noor@example.com, in its own words: You are not part');
    expect(said).toContain(`Each of the ${managementScopes.length} scopes was tried with a call.`);
  });

  test('reads the env file as the server does, tells people in sentences, and shows no secret', async () => {
    const ran = await runCommand('doctor', ['--file', file], { ...patient, HOOKS_DIR: hooks });
    expect(ran.exitCode).toBe(0);
    expect(ran.output).toMatch(/^✓ .*\.\n(.*\n)*\nNothing is wrong\.\n$/);
    const wrong = await runCommand('doctor', ['--file', file], {
      ...patient,
      HOOKS_DIR: hooks,
      AUTH0_CLIENT_SECRET: 'wrong',
    });
    expect(wrong.exitCode).toBe(1);
    expect(wrong.output).toContain(
      '✗ The provider does not know the sign-in client or its secret (status 401).\n    Correct AUTH0_CLIENT_ID',
    );
    expect(wrong.output).toContain('One thing is wrong.');
    for (const name of ['AUTH0_CLIENT_SECRET', 'AUTH0_MANAGEMENT_CLIENT_SECRET', 'AUTH0_SECRET']) {
      expect(ran.output + wrong.output).not.toContain(good[name]);
    }
  });

  test.each([
    [
      'a variable that is missing',
      { AUTH0_MANAGEMENT_CLIENT_ID: '' },
      'AUTH0_MANAGEMENT_CLIENT_ID',
      'is missing',
    ],
    [
      'a variable that is malformed',
      { AUTH0_SECRET: 'short' },
      'AUTH0_SECRET',
      'must have at least 32 characters',
    ],
    [
      'an address of the console with a path',
      { APP_BASE_URL: 'https://a.example.com/b' },
      'APP_BASE_URL',
      'without a path',
    ],
    [
      'a tenant that is not there',
      { AUTH0_DOMAIN: 'localhost:1' },
      'AUTH0_DOMAIN',
      'Nothing can be reached at http://localhost:1',
    ],
    [
      'a wrong secret of the Management client',
      { AUTH0_MANAGEMENT_CLIENT_SECRET: 'wrong' },
      'the Management client',
      'does not know the Management client or its secret',
    ],
    [
      'a wrong secret of the sign-in client',
      { AUTH0_CLIENT_SECRET: 'wrong' },
      'AUTH0_CLIENT_SECRET',
      'does not know the sign-in client or its secret',
    ],
    [
      'a callback address that is not allowed',
      { APP_BASE_URL: 'https://other.example.com' },
      'the callback address',
      'leads back to https://other.example.com/auth/callback',
    ],
    [
      'a folder of its own data that is none',
      { STATE_DIR: '/dev/null' },
      'STATE_DIR',
      '/dev/null is no folder',
    ],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgresql://steward:secret@localhost:1/steward' },
      'DATABASE_URL',
      'the database at localhost:1: ',
    ],
    [
      'a folder of hooks that is not there',
      { HOOKS_DIR: '/nowhere' },
      'HOOKS_DIR',
      '/nowhere cannot be read (ENOENT)',
    ],
  ])('names %s, and what to do', async (_, changes, about, sentence) => {
    const { exitCode, problems } = await examine(changes);
    expect(problems).toMatchObject([
      { about, says: expect.stringContaining(sentence), todo: expect.stringMatching(/\w.*\.$/) },
    ]);
    expect(exitCode).toBe(1);
  });

  test('names each scope that the grant lacks, and what it is needed for', async () => {
    const scopes = managementScopes.map(({ scope }) => scope);
    const left = scopes.filter((scope) => scope !== 'delete:users' && scope !== 'read:connections_options');
    const { problems } = await withGrant(left, () => examine());
    expect(problems.map(({ about }) => about)).toEqual(['delete:users', 'read:connections_options']);
    expect(problems[0]?.says).toContain('needed to delete users');
    expect((await examine()).ok).toBe(true);
  });

  test('says that the Management client has no grant at all', async () => {
    const { problems } = await withoutGrant(() => examine());
    expect(problems).toMatchObject([{ says: expect.stringContaining('may not use the Management API') }]);
  });
});

async function withoutGrant<T>(run: () => Promise<T>): Promise<T> {
  const [grant] = await tenant.ask('GET', `/client-grants?client_id=${good.AUTH0_MANAGEMENT_CLIENT_ID}`);
  await tenant.ask('DELETE', `/client-grants/${grant.id}`);
  try {
    return await run();
  } finally {
    const { client_id, audience, scope } = grant;
    await tenant.ask('POST', '/client-grants', { client_id, audience, scope });
  }
}

test('a database that answers is as good as a folder', async () => {
  const postgres = await startPostgres();
  try {
    const { ok, findings } = await examine({ DATABASE_URL: await postgres.database('steward') });
    expect(ok).toBe(true);
    expect(findings).toContainEqual(expect.objectContaining({ about: 'DATABASE_URL', ok: true }));
  } finally {
    await postgres.stop();
  }
});

test('an old Node is named, a recent one is not', () => {
  expect(checkNode('22.17.1')).toMatchObject({ ok: false, says: expect.stringContaining('22.17.1') });
  expect(['22.18.0', '24.0.0'].map((version) => checkNode(version).ok)).toEqual([true, true]);
});

test('a clock that is ahead or behind is named, one that agrees is not', () => {
  const date = 'Mon, 23 Nov 2026 12:00:00 GMT';
  const nowMs = Date.parse(date);
  expect(checkClock(date, nowMs + 90_000)).toMatchObject({
    ok: false,
    says: expect.stringContaining('90 seconds ahead'),
  });
  expect(checkClock(date, nowMs - 90_000)).toMatchObject({
    ok: false,
    says: expect.stringContaining('90 seconds behind'),
  });
  expect(checkClock(date, nowMs + 5_000).ok).toBe(true);
});
