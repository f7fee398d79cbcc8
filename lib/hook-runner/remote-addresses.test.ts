import { describe, expect, it } from 'vitest';
import { api, failureIn, last, origin, run, start, withRemoteApi } from './testing/remote-api.ts';
import { failureOf } from './testing/run-text.ts';

withRemoteApi();

describe('the addresses that a hook may call', () => {
  const ask = 'async (ctx) => (await fetch(ctx.address)).text()';

  it.each([
    'https://example.com/',
    'http://localhost:1/',
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'http://127.0.0.1/',
    'HTTP://2130706433/',
  ])('do not hold %s, which nobody listed', async (address) => {
    const failure = await failureIn(ask, {}, { address });
    expect(failure.message).toContain('Hooks may not call this origin, so ');
    expect(failure.message).toContain('The operator can list it in HOOK_ORIGINS');
  });

  it('are none when nothing is listed', async () => {
    expect((await failureOf(ask, { address: `${origin}/people` })).message).toContain(
      'Hooks may not call this origin',
    );
    expect(api.received).toEqual([]);
  });

  it('differ by port, name and protocol', async () => {
    for (const address of [`http://localhost:${api.port}/people`, `https://127.0.0.1:${api.port}/people`]) {
      expect((await failureIn(ask, {}, { address })).message).toContain('Hooks may not call this origin');
    }
    expect(api.received).toEqual([]);
  });

  it('are what was looked up and checked: there is no second look-up', async () => {
    const hidden = await start((_, response) => response.end('the checked one'), { host: '127.0.0.2' });
    let lookUps = 0;
    const resolve = async () => {
      lookUps++;
      return [{ address: '127.0.0.2', family: 4 }];
    };
    const address = `http://localhost:${hidden.port}`;
    expect(await run(ask, { remote: { origins: [address], resolve } }, { address })).toBe('the checked one');
    expect(lookUps).toBe(1);
  });

  it('never hold this machine under another name', async () => {
    const address = `http://api.example.com:${api.port}`;
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const failure = await failureIn(ask, { remote: { origins: [address], resolve } }, { address });
    expect(failure.message).toContain("'api.example.com' leads to 127.0.0.1, an address of this machine");
    expect(api.received).toEqual([]);
  });
});

describe('a redirect', () => {
  const ask =
    'async (ctx) => { const r = await fetch(ctx.url + ctx.path); return [r.status, r.url, r.redirected]; }';
  const to = (status: number, target: string) => `/to/${status}/${encodeURIComponent(target)}`;

  it('within what is listed is followed', async () => {
    expect(await run(ask, {}, { path: to(302, '/people') })).toEqual([200, `${origin}/people`, true]);
  });

  it.each(['http://127.0.0.1:1/', 'http://169.254.169.254/', 'http://localhost/', 'file:///etc/passwd'])(
    'to %s, which nobody listed, is not followed',
    async (target) => {
      const failure = await failureIn(ask, {}, { path: to(302, target) });
      expect(failure.message).toContain('a redirect to ');
      expect(failure.message).toContain(' was not followed');
    },
  );

  it('that never ends is left after five', async () => {
    const loop = await start((_, response) => response.writeHead(302, { location: '/again' }).end());
    const url = `http://127.0.0.1:${loop.port}`;
    const failure = await failureIn('async (ctx) => fetch(ctx.url)', { remote: { origins: [url] } }, { url });
    expect(failure.message).toContain('redirects again after 5 redirects, and was left');
    expect(loop.received).toHaveLength(6);
  });

  it('to another origin is not given the credentials, to the same one it is', async () => {
    const other = await start((_, response) => response.end('ok'));
    const otherOrigin = `http://127.0.0.1:${other.port}`;
    const remote = { origins: [origin, otherOrigin] };
    const text =
      "async (ctx) => { await fetch(ctx.url + ctx.path, { headers: { Authorization: 'Bearer t', Cookie: 'a=1', 'X-Trace': '7' } }); }";
    await run(`${text.slice(0, -1)} return 1; }`, { remote }, { path: to(307, `${otherOrigin}/x`) });
    expect(other.received[0]?.headers).toMatchObject({ 'x-trace': '7' });
    expect(other.received[0]?.headers).not.toHaveProperty('authorization');
    expect(other.received[0]?.headers).not.toHaveProperty('cookie');
    await run(`${text.slice(0, -1)} return 1; }`, { remote }, { path: to(307, '/people') });
    expect(last()?.headers).toMatchObject({ authorization: 'Bearer t' });
  });

  it('turns a post into a get, or keeps it, as the status says', async () => {
    const text =
      "async (ctx) => (await (await fetch(ctx.url + ctx.path, { method: 'POST', body: 'b' })).json())";
    expect(await run(text, {}, { path: to(303, '/people') })).toMatchObject({ method: 'GET', body: '' });
    expect(await run(text, {}, { path: to(307, '/people') })).toMatchObject({ method: 'POST', body: 'b' });
  });

  it('is handed to a hook that does not want it followed', async () => {
    const text =
      "async (ctx) => (await fetch(ctx.url + ctx.path, { redirect: 'manual' })).headers.get('location')";
    expect(await run(text, {}, { path: to(302, '/people') })).toBe('/people');
  });
});
