import type { RunningTenant } from '../../start-tenant.ts';

/** A page that a browser came to. A page outside the tenant is not asked for: `status` is 0 then. */
export interface Visit {
  url: URL;
  status: number;
  text: string;
  headers: Headers;
}

interface Cookie {
  value: string;
  path: string;
}

/** Follows redirects and keeps cookies by path, like a browser without script. */
export class TestBrowser {
  readonly #origin: string;
  readonly #cookies = new Map<string, Cookie>();

  constructor(tenant: Pick<RunningTenant, 'url'>) {
    this.#origin = tenant.url;
  }

  async open(address: string | URL, init: RequestInit = {}): Promise<Visit> {
    let url = new URL(address, this.#origin);
    let request = init;
    for (let hops = 0; hops < 10; hops += 1) {
      if (url.origin !== this.#origin) return { url, status: 0, text: '', headers: new Headers() };
      const answer = await fetch(url, {
        ...request,
        redirect: 'manual',
        headers: { cookie: this.#cookieHeader(url), ...request.headers },
      });
      this.#keepCookies(answer.headers.getSetCookie());
      const location = answer.headers.get('location');
      if (!location)
        return { url, status: answer.status, text: await answer.text(), headers: answer.headers };
      url = new URL(location, url);
      request = {};
    }
    throw new Error('Too many redirects');
  }

  /** Sends the n-th form of a page as its button would, with what is typed over what the form holds. */
  async submit(page: Visit, typed: Record<string, string>, headers: Record<string, string> = {}) {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1];
    if (!action) throw new Error(`There is no form on ${page.url}`);
    const fields = { ...hiddenFields(page.text), ...typed };
    return this.open(new URL(action, page.url), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.#origin, ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  }

  #cookieHeader(url: URL): string {
    return [...this.#cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(' ', 1)[0]}=${value}`)
      .join('; ');
  }

  #keepCookies(setCookies: readonly string[]): void {
    for (const line of setCookies) {
      const [pair = '', ...attributes] = line.split(/; */);
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
      const key = `${name} ${path}`;
      if (value === '') this.#cookies.delete(key);
      else this.#cookies.set(key, { value, path });
    }
  }
}

function hiddenFields(text: string): Record<string, string> {
  const inputs = text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return Object.fromEntries(
    [...inputs].map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
  );
}
