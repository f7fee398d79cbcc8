import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { examine, hooks, withDoctor, writeHook } from '#lib/testing/doctor-world.ts';

withDoctor();

describe('npm run doctor, of a tenant’s hooks,', () => {
  test('names a hook that cannot be read, with line and column', async () => {
    writeHook('write', 'function(ctx, callback) {\n  callback(null, ;\n}');
    const { problems } = await examine();
    expect(problems).toMatchObject([
      {
        about: 'the write hook',
        says: expect.stringMatching(/^The write hook cannot be read at line 2, column 18/),
      },
    ]);
    writeHook('write', 'function(ctx, callback) {\n  callback(null, ctx.payload);\n}');
    expect((await examine()).ok).toBe(true);
  });

  test('says when a settings hook’s answer is wrong, for whom, and which connection is none', async () => {
    writeHook(
      'settings',
      `(ctx, callback) => callback(null, ctx.request.user.email.startsWith('ivan') ? { userFields: 'all' } : {})`,
    );
    expect((await examine()).problems).toMatchObject([
      { about: 'the settings hook', says: expect.stringMatching(/^For ivan@example\.com: .*userFields/) },
    ]);
    writeHook('settings', `(ctx, callback) => callback(null, { connections: ['People', 'Gone'] })`);
    expect((await examine()).problems).toMatchObject([
      { says: expect.stringContaining('“Gone”'), todo: expect.stringContaining('People') },
    ]);
    writeHook('settings', `(ctx, callback) => callback(null, { connections: ['People'] })`);
    expect((await examine()).ok).toBe(true);
  });

  test('names a function in the settings hook’s answer that cannot be read', async () => {
    const answering = (display: string) =>
      writeHook(
        'settings',
        `(ctx, callback) => callback(null, { userFields: [{ property: 'user_metadata.title', display: ${JSON.stringify(display)} }] })`,
      );
    answering('function(user, value) {\n  return value[0] +;\n}');
    expect((await examine()).problems).toMatchObject([
      {
        says: expect.stringMatching(
          /userFields “user_metadata\.title”, display \(its line 2, column \d+\)\.$/,
        ),
      },
    ]);
    answering('function(user, value) {\n  return value[0];\n}');
    expect((await examine()).ok).toBe(true);
  });

  test('says when a filter hook’s answer cannot be searched for, or not be compared here', async () => {
    writeHook('filter', `(ctx, callback) => callback(null, 'email:(((')`);
    expect((await examine()).problems).toMatchObject([
      { about: 'the filter hook', says: expect.stringContaining('is no search query') },
    ]);
    writeHook('filter', `(ctx, callback) => callback(null, 'organization_id:"org_1"')`);
    const vouched = await examine();
    expect(vouched.ok).toBe(true);
    expect(vouched.findings).toContainEqual(
      expect.objectContaining({ about: 'the filter hook', says: expect.stringContaining('organization_id') }),
    );
    rmSync(path.join(hooks, 'access.js'));
    expect((await examine()).problems).toMatchObject([
      { about: 'the filter hook', says: expect.stringContaining('Without an access hook') },
    ]);
    writeHook('filter', `(ctx, callback) => callback(null, 'app_metadata.department:"HR"')`);
    expect((await examine()).ok).toBe(true);
  });
});
