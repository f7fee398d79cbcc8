import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand, startNewTenant } from '#lib/testing/new-tenant.ts';
import { baseUrl, everything, file, setUp, tenant, withNewTenant } from '#lib/testing/setup-world.ts';

withNewTenant();

describe('npm run setup, where something is in its way', () => {
  test('waits where a tenant allows two calls a second', async () => {
    await tenant.setFaults({ rateLimit: 'free' });
    const { exitCode, output } = await setUp();
    expect(output).toContain('Ready.');
    expect(exitCode).toBe(0);
  });

  test('for a file in a folder that is not there changes nothing', async () => {
    const before = await everything();
    const nowhere = path.join(path.dirname(file), 'nowhere');
    const { exitCode, output } = await setUp(['--file', path.join(nowhere, 'env')]);
    expect(exitCode).toBe(1);
    expect(output).toContain(`There is no folder ${nowhere}. Nothing was changed.`);
    expect(await everything()).toEqual(before);
  });

  test('without a yes shows the plan’s question and changes nothing', async () => {
    const before = await everything();
    const args = ['--base-url', baseUrl, '--file', file];
    const { exitCode, output } = await runCommand('setup', args, {
      AUTH0_DOMAIN: new URL(tenant.url).host,
      AUTH0_MANAGEMENT_TOKEN: await tenant.token(),
    });
    expect(exitCode).toBe(1);
    expect(output).toContain('1. Make the client “Steward”');
    expect(output).toContain('Nothing was changed.');
    expect(await everything()).toEqual(before);
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });

  test('that fails on the way says what is done and what is not, and goes on from there', async () => {
    await tenant.setFaults({
      respond: [{ match: { method: 'POST', path: '/roles' }, status: 503, when: 'before', times: 1 }],
    });
    const failed = await setUp();
    expect(failed.exitCode).toBe(1);
    expect(failed.output).toContain('Step 4 failed: Make the role “Delegated Admin - Auditor”.');
    expect(failed.output).toMatch(/Done: 1, 2, 3\. Not done: 4, 5, 6, 7, 8, 9\./);
    const again = await setUp();
    expect(again.exitCode).toBe(0);
    expect(again.output).not.toContain('Make the client');
    expect(
      (await tenant.ask('GET', '/clients')).filter(({ name }: { name: string }) => name === 'Steward'),
    ).toHaveLength(1);
  });

  test.each([
    [
      'a token that lacks scopes',
      async () => tenant.token(['create:roles', 'read:client_keys']),
      'lacks scopes that the set-up needs: read:client_keys, create:roles',
    ],
    ['no token at all', async () => 'abc', 'This is no access token'],
    [
      'another tenant’s token',
      async () => {
        const other = await startNewTenant();
        const token = await other.token();
        await other.close();
        return token;
      },
      'and not for',
    ],
  ])('with %s changes nothing and says why', async (_, tokenOf, sentence) => {
    const before = await everything();
    const token = await tokenOf();
    const { exitCode, output } = await setUp([], token);
    expect(exitCode).toBe(1);
    expect(output).toContain(sentence);
    expect(output).toContain('Nothing was changed.');
    expect(output).not.toContain(token === 'abc' ? '"abc"' : token);
    expect(await everything()).toEqual(before);
    expect((await setUp()).exitCode).toBe(0);
  });

  test('says that a tenant cannot be reached', async () => {
    const token = await tenant.token();
    await tenant.close();
    const { exitCode, output } = await setUp([], token);
    expect(exitCode).toBe(1);
    expect(output).toContain(
      `The tenant cannot be reached at ${tenant.url} (ECONNREFUSED). Nothing was changed.`,
    );
  });
});
