import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadHooks } from './load-hooks.ts';

describe('the hooks in a folder', () => {
  let folder = '';
  const put = (name: string, text: string) => writeFile(join(folder, name), text);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hooks-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are read as text, with a version that is the hash of the text', async () => {
    await put('access.js', 'throw new Error("must not run")');
    const { access, filter } = await loadHooks(folder);
    expect(access).toEqual({
      name: 'access',
      text: 'throw new Error("must not run")',
      version: expect.stringMatching(/^[\w-]{43}$/),
      file: join(folder, 'access.js'),
    });
    expect(filter).toBeUndefined();
  });

  it('are all six, and what else lies there is left alone', async () => {
    for (const name of ['access', 'filter', 'write', 'memberships', 'settings', 'customDomain'])
      await put(`${name}.js`, name);
    await put('write.test.ts', '');
    const hooks = await loadHooks(folder);
    expect(
      Object.values(hooks)
        .map((hook) => [hook.name, hook.text])
        .sort(),
    ).toEqual(
      ['access', 'customDomain', 'filter', 'memberships', 'settings', 'write'].map((name) => [name, name]),
    );
  });

  it('take create.js for the write hook, unless there is a write.js', async () => {
    await put('create.js', 'old');
    expect((await loadHooks(folder)).write?.text).toBe('old');
    await put('write.js', 'new');
    expect((await loadHooks(folder)).write?.text).toBe('new');
  });

  it('change when a file changes, also when its size does not', async () => {
    await put('filter.js', 'aaaa');
    const first = (await loadHooks(folder)).filter;
    expect((await loadHooks(folder)).filter).toBe(first);
    await put('filter.js', 'bbbb');
    await utimes(join(folder, 'filter.js'), new Date(), new Date(Date.now() + 5_000));
    const second = (await loadHooks(folder)).filter;
    expect(second?.text).toBe('bbbb');
    expect(second?.version).not.toBe(first?.version);
  });

  it('are gone when their file is gone', async () => {
    await put('filter.js', 'aaaa');
    expect((await loadHooks(folder)).filter).toBeDefined();
    await rm(join(folder, 'filter.js'));
    expect((await loadHooks(folder)).filter).toBeUndefined();
  });

  it('of a folder that is not there are an error, never no hooks', async () => {
    await expect(loadHooks(join(folder, 'nowhere'))).rejects.toThrow('nowhere');
  });

  it('that cannot be read are an error', async () => {
    await mkdir(join(folder, 'access.js'));
    await expect(loadHooks(folder)).rejects.toThrow('EISDIR');
  });
});
