import { beforeEach, expect, test, vi } from 'vitest';
import { contentSecurityPolicy } from '#lib/content-security-policy.ts';
import { originList } from '#lib/origin-list.ts';
import { answering, defaultAccess, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { consoleView } from '../console-view.ts';

process.env.STYLE_ORIGINS = 'https://cdn.example.com, https://styles.example:8443';

const world = worldWithOwnHooks();

beforeEach(() => {
  vi.spyOn(console, 'error')
    .mockReset()
    .mockImplementation(() => {});
});

async function viewWith(settings: object) {
  await world.tenant.setHooks({ access: defaultAccess, settings: answering(settings) });
  return consoleView(signedIn(world.people.kelly));
}

test('style sheets of the operator’s origins are given to the page, and their origins to its policy', async () => {
  const css = 'https://cdn.example.com/a.css?v=2';
  const altcss = 'https://styles.example:8443/b.css';
  expect((await viewWith({ css, altcss })).styleSheets).toEqual({ usual: css, alternative: altcss });
  expect((await viewWith({ altcss })).styleSheets).toEqual({ alternative: altcss });
  const policy = contentSecurityPolicy('n').split('; ');
  for (const name of ['style-src', 'style-src-elem', 'font-src']) {
    const directive = policy.find((one) => one.startsWith(`${name} `));
    expect(directive).toMatch(/ https:\/\/cdn\.example\.com https:\/\/styles\.example:8443$/);
  }
  expect(policy.filter((one) => one.includes('cdn.example.com'))).toHaveLength(3);
});

test.each([
  'http://cdn.example.com/a.css',
  'https://cdn.example.com.evil.example/a.css',
  'https://cdn.example.com@evil.example/a.css',
  'https://cdn.example.com:444/a.css',
  '//cdn.example.com/a.css',
  'data:text/css,*{}',
  'javascript:alert(1)',
  '/a.css',
])('the style sheet %s is not loaded', async (css) => {
  expect((await viewWith({ css, altcss: css })).styleSheets).toEqual({});
});

test('a style sheet that is not loaded is told of in the server’s log, once for its origin', async () => {
  await viewWith({ css: 'https://other.example/a.css', altcss: 'https://other.example/b.css' });
  const lines = vi.mocked(console.error).mock.calls.map(String);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/https:\/\/other\.example.*STYLE_ORIGINS/);
});

test('the frame has the tenant’s title and the name of its menu, also while another hook fails', async () => {
  const settings = answering({ dict: { title: 'Acme', menuName: 'Tools' } });
  const memberships = '(ctx, callback) => callback(new Error("Closed."))';
  await world.tenant.setHooks({ access: defaultAccess, settings, memberships });
  expect(await consoleView(signedIn(world.people.kelly))).toMatchObject({
    title: 'Acme',
    menuName: 'Tools',
    person: { name: 'Kelly', department: undefined },
  });
});

test.each([
  'https://a.example/path',
  'a.example',
  'ftp://a.example',
  'http://a.example',
  '*',
  'https://a.example;',
])('the server does not start with “%s” for an origin', (text) => {
  expect(originList.safeParse(`https://fine.example ${text}`).success).toBe(false);
  expect(originList.parse('https://fine.example,https://b.example')).toEqual([
    'https://fine.example',
    'https://b.example',
  ]);
});
