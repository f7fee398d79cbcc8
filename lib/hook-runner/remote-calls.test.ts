import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { api, failureIn, last, origin, run, start, withRemoteApi } from './testing/remote-api.ts';
import { makeCertificate } from './testing/test-certificate.ts';

withRemoteApi();

describe('a hook that calls another service', () => {
  it('uses fetch', async () => {
    const text = `async (ctx) => {
      const response = await fetch(ctx.url + '/people?id=1', { method: 'POST', headers: { Authorization: 'Bearer t' }, body: JSON.stringify({ a: 'é' }) });
      return [response.ok, response.status, response.headers.get('Content-Type'), await response.json()];
    }`;
    expect(await run(text)).toEqual([
      true,
      200,
      'application/json; charset=utf-8',
      { name: 'Renée', method: 'POST', body: '{"a":"é"}' },
    ]);
    expect(last()).toMatchObject({ path: '/people?id=1', headers: { authorization: 'Bearer t' } });
  });

  it('uses request with a callback', async () => {
    const text = `function (ctx, callback) {
      var request = require('request');
      request.post({ url: ctx.url + '/people', qs: { id: 1 }, json: { a: 1 }, auth: { user: 'kelly', pass: 'p' } }, function (err, response, body) {
        if (err) return callback(err);
        callback(null, [response.statusCode, body.name, body.body]);
      });
    }`;
    expect(await run(text)).toEqual([200, 'Renée', '{"a":1}']);
    expect(last()).toMatchObject({
      path: '/people?id=1',
      headers: {
        authorization: 'Basic a2VsbHk6cA==',
        'content-type': 'application/json',
        accept: 'application/json',
      },
    });
  });

  it('uses request with defaults, a form and text', async () => {
    const text = `function (ctx, callback) {
      var request = require('request').defaults({ baseUrl: ctx.url, headers: { 'x-tenant': 'a' } });
      request('/people', { method: 'PUT', form: { a: 'x y', b: [1, 2] }, headers: { 'x-more': 'b' } }, function (err, response, body) {
        callback(err, JSON.parse(body).body);
      });
    }`;
    expect(await run(text)).toBe('a=x+y&b=1&b=2');
    expect(last()).toMatchObject({
      method: 'PUT',
      headers: { 'x-tenant': 'a', 'x-more': 'b', 'content-type': 'application/x-www-form-urlencoded' },
    });
  });

  it('uses request-promise', async () => {
    const text = `function (ctx, callback) {
      var rp = require('request-promise');
      rp({ uri: ctx.url + '/people', json: true })
        .then(function (body) { return rp({ uri: ctx.url + '/refused', json: true }).catch(function (e) { return [body.name, e.name, e.statusCode, e.error.reason, e.message]; }); })
        .then(function (all) { callback(null, all); })
        .catch(callback);
    }`;
    expect(await run(text)).toEqual([
      'Renée',
      'StatusCodeError',
      403,
      'not yours',
      '403 - {"reason":"not yours"}',
    ]);
  });

  it('uses axios', async () => {
    const text = `async (ctx) => {
      const axios = require('axios');
      const client = axios.create({ baseURL: ctx.url, headers: { 'x-tenant': 'a' }, auth: { username: 'kelly', password: 'p' } });
      const { data, status, headers } = await client.post('/people', { a: 1 }, { params: { id: 1, tags: ['x', 'y'] } });
      const problem = await axios.get(ctx.url + '/refused').catch((error) => error);
      return [data.body, status, headers['content-type'], problem.message, problem.response.data.reason, axios.isAxiosError(problem)];
    }`;
    expect(await run(text)).toEqual([
      '{"a":1}',
      200,
      'application/json; charset=utf-8',
      'Request failed with status code 403',
      'not yours',
      true,
    ]);
    expect(api.received[0]).toMatchObject({
      path: '/people?id=1&tags%5B%5D=x&tags%5B%5D=y',
      headers: { 'x-tenant': 'a', authorization: 'Basic a2VsbHk6cA==' },
    });
  });

  it('uses superagent, as a promise and with a callback', async () => {
    const text = `function (ctx, callback) {
      var agent = require('superagent');
      agent.post(ctx.url + '/people').query({ id: 1 }).set('x-tenant', 'a').auth('kelly', 'p').send({ a: 1 }).then(function (one) {
        agent.get(ctx.url + '/refused').end(function (err, two) { callback(null, [one.status, one.body.body, err.status, two.body.reason]); });
      }, callback);
    }`;
    expect(await run(text)).toEqual([200, '{"a":1}', 403, 'not yours']);
    expect(api.received[0]).toMatchObject({ path: '/people?id=1', headers: { 'x-tenant': 'a' } });
  });

  it('uses superagent, which tries again as often as it is told', async () => {
    const text =
      "async (ctx) => require('superagent').get(ctx.url + ctx.path).retry(2).catch((error) => error.status)";
    expect(await run(text, {}, { path: '/broken' })).toBe(503);
    expect(api.received).toHaveLength(3);
    expect(await run(text, {}, { path: '/refused' })).toBe(403);
    expect(api.received).toHaveLength(4);
  });

  it('uses node-fetch', async () => {
    const text = `async (ctx) => {
      const fetch = require('node-fetch');
      const response = await fetch(ctx.url + '/broken');
      return [response.ok, response.status, await response.text()];
    }`;
    expect(await run(text)).toEqual([false, 503, 'away']);
  });

  it('is given bytes that are no text', async () => {
    const text =
      "async (ctx) => { const r = await fetch(ctx.url + '/bytes'); return Array.from(new Uint8Array(await r.arrayBuffer())); }";
    expect(await run(text)).toEqual([255, 254, 0]);
  });

  it('is given what a server packs although it was asked not to', async () => {
    expect(await run("async (ctx) => (await fetch(ctx.url + '/gzip')).text()")).toBe('packed');
    expect(last()?.headers['accept-encoding']).toBe('identity');
  });

  it('refuses in its own words with what it was told', async () => {
    const text = `function (ctx, callback) {
      require('request')({ url: ctx.url + '/refused', json: true }, function (err, response, body) {
        callback(new Error('HR says: ' + body.reason));
      });
    }`;
    expect(await failureIn(text)).toMatchObject({ code: 'refused', message: 'HR says: not yours' });
  });

  it('over TLS reaches a server whose certificate holds, and no other', async () => {
    const trusted = makeCertificate('localhost');
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, trusted.cert]);
    try {
      const good = await start((_, response) => response.end('over TLS'), { tls: trusted });
      const bad = await start((_, response) => response.end('forged'), { tls: makeCertificate('localhost') });
      const ask = 'async (ctx) => (await fetch(ctx.address)).text()';
      const [right, wrong] = [`https://localhost:${good.port}`, `https://localhost:${bad.port}`];
      const remote = { origins: [right, wrong] };
      expect(await run(ask, { remote }, { address: right })).toBe('over TLS');
      const failure = await failureIn(ask, { remote }, { address: wrong });
      expect(failure.message).toContain(`${wrong} could not be called`);
      expect(bad.received).toEqual([]);
    } finally {
      setDefaultCACertificates(before);
    }
  });
});

describe('a remote call', () => {
  it('that gets no answer ends before the hook’s time does, and the hook can say so', async () => {
    const text = "async (ctx) => fetch(ctx.url + '/silent').catch((error) => [error.code, error.message])";
    const limits = { waitMs: 2_000 };
    expect(await run(text, { limits })).toEqual(['ETIMEDOUT', `${origin} did not answer in time`]);
  });

  it('ends when the time is over that the hook gives it', async () => {
    const text =
      "async (ctx) => require('axios').get(ctx.url + '/silent', { timeout: 50 }).catch((e) => [e.code, e.message])";
    expect(await run(text)).toEqual(['ETIMEDOUT', `${origin} did not answer in time`]);
  });

  it.each(['/large', '/endless', '/bomb'])('with more answer than 1 MiB is dropped (%s)', async (path) => {
    const failure = await failureIn('async (ctx) => fetch(ctx.url + ctx.path)', {}, { path });
    expect(failure.message).toContain(
      `The answer of ${origin} is larger than 1048576 bytes, and was dropped`,
    );
  });

  it('is one of those that may answer 4 MiB in all', async () => {
    const text =
      "async (ctx) => { let n = 0; try { for (;;) { await (await fetch(ctx.url + '/full')).text(); n++; } } catch (error) { return [n, error.message]; } }";
    expect(await run(text, { limits: { cpuMs: 5_000, waitMs: 20_000 } })).toEqual([
      4,
      expect.stringContaining('may answer 4194304 bytes in all'),
    ]);
  });

  it('whose server breaks off, or is not there, is an error that a hook can catch', async () => {
    const text = 'async (ctx) => fetch(ctx.address).catch((e) => e.message)';
    expect(await run(text, {}, { address: `${origin}/cut` })).toContain(`${origin} could not be called`);
    const gone = await start(() => {});
    await gone.close();
    const address = `http://127.0.0.1:${gone.port}`;
    expect(await run(text, { remote: { origins: [address] } }, { address })).toBe(
      `${address} could not be called: nothing answers there`,
    );
  });

  it('counts as a call to the host', async () => {
    const text = "async (ctx) => { for (;;) await fetch(ctx.url + '/people'); }";
    const failure = await failureIn(text, { limits: { hostCallsMax: 3 } });
    expect(failure).toMatchObject({ code: 'host-limit' });
    expect(api.received).toHaveLength(3);
  });

  it('cannot set the headers of the connection, and sends no line that it was not meant to', async () => {
    const text =
      "async (ctx) => { await fetch(ctx.url + '/people', { headers: { Host: 'evil', Connection: 'upgrade', 'Content-Length': '1', 'X-A': 'b' } }); return 1; }";
    await run(text);
    expect(last()?.headers).toMatchObject({ host: `127.0.0.1:${api.port}`, connection: 'close', 'x-a': 'b' });
    const split = "async (ctx) => fetch(ctx.url + '/people', { headers: { 'X-A': 'b\\r\\nX-B: c' } })";
    expect((await failureIn(split)).message).toContain("the header 'X-A' has a value that cannot be sent");
  });

  it('takes a name and a password out of the address', async () => {
    await run(
      'async (ctx) => { await fetch(ctx.address); return 1; }',
      {},
      {
        address: `http://kelly:p@127.0.0.1:${api.port}/people`,
      },
    );
    expect(last()).toMatchObject({ path: '/people', headers: { authorization: 'Basic a2VsbHk6cA==' } });
  });

  it('that nobody waits for any more is broken off', async () => {
    const closed = new Promise<void>((resolve) => {
      void start((_, response) => response.on('close', resolve)).then(async (slow) => {
        const url = `http://127.0.0.1:${slow.port}`;
        const text = '(ctx, cb) => { fetch(ctx.url).catch(() => {}); setTimeout(() => cb(null, 1), 100); }';
        // Its own time would end the call only when this test has long failed.
        const more = { remote: { origins: [url] }, limits: { waitMs: 60_000 } };
        expect(await run(text, more, { url })).toBe(1);
      });
    });
    await closed;
  });
});
