import { ask, sessionOf } from './by-hand.ts';
import { expect, test, unique } from './test.ts';

const hostileNames = [
  '</script><script>window.pwned = 1</script>',
  '"><img src=x onerror="window.pwned = 1">',
  '<!--<script>window.pwned = 1//-->',
  '$L1 $undefined @1 ["$","script",null,{}]',
  'a\u2028b\u2029c\u0000d',
  '\u202egnp.exe \u2066 \u200b',
  '\ud800 lonely',
];

test('names of any kind are text on every page and in its data', async ({ as, stack, makeUser }) => {
  const mark = unique('hostile');
  const made = [];
  for (const name of hostileNames) {
    made.push(
      await makeUser({
        email: `${unique('hostile')}@example.com`,
        name: `${mark} ${name}`,
        nickname: name,
        picture: 'javascript:window.pwned=1',
        user_metadata: { title: name, address: { city: name }, phone: name },
        app_metadata: { department: 'Finance', costCenter: name },
      }),
    );
  }
  const page = await as('kelly');
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const cookie = await sessionOf(page);
  const addresses = [
    `/users?per=100&q=${encodeURIComponent(`${mark}*`)}`,
    ...made.flatMap(({ userId }) => {
      const own = `/users/${encodeURIComponent(userId)}`;
      return [own, `${own}?tab=raw`, `${own}/edit`];
    }),
  ];
  for (const address of addresses) {
    const { text, status } = await ask(stack.appUrl + address, { headers: { cookie } });
    expect(status, address).toBe(200);
    expect(text, address).not.toMatch(
      /<script>window\.pwned|<img src=x|<!--<script>window|href="javascript:/,
    );
    expect(text, address).toContain(mark);
  }
  for (const address of [addresses[0], ...addresses.filter((one) => one.endsWith('/edit')).slice(0, 3)]) {
    await page.goto(`${address}`);
    await expect(page.getByText(mark).first()).toBeVisible();
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  }
  await page.goto(`${addresses[0]}`);
  await expect(page.getByRole('row')).toHaveCount(hostileNames.length + 1);
  await expect(page.getByRole('link', { name: `${mark} ${hostileNames[0]}` })).toBeVisible();
  // A document cannot hold NUL or half a sign, so the browser draws these two anew and says so (418).
  expect(faults.filter((fault) => !fault.includes('#418'))).toEqual([]);
});

test('what the settings hook says is text as well, and what it may not say ends in a sentence', async ({
  as,
  stack,
}) => {
  const settings = (members: string) =>
    stack.writeHook('settings', `(ctx, callback) => callback(null, { ${members} })`);
  const page = await as('kelly');
  const cookie = await sessionOf(page);
  const html = '</title></script><script>window.pwned = 1</script>';
  const quoted = JSON.stringify(html);
  settings(`dict: { title: ${quoted}, memberships: ${quoted}, logoutUrl: 'javascript:window.pwned=1' },
    css: 'https://evil.example/a.css', altcss: 'javascript:window.pwned=1', title: () => 1,
    languageDictionary: { labels: { name: ${quoted} }, __proto__: { labels: 1 } },
    userFields: [
      { property: 'name', label: ${quoted}, create: { placeholder: ${quoted}, validationFunction: 'x =>' }, search: true },
      { property: 'user_metadata.x', label: ${quoted}, display: '(user) => "<img src=x onerror=pwned=1>"',
        create: { type: 'select', component: 'InputCombo', options: [${quoted}, { value: 'v', label: ${quoted} }] }, search: true },
    ]`);
  for (const address of ['/users', '/users/new']) {
    const { text } = await ask(stack.appUrl + address, { headers: { cookie } });
    expect(text, address).not.toMatch(/<script>window\.pwned|<img src=x|evil\.example|href="javascript:/);
    await page.goto(address);
    await expect(page.getByText(html).first()).toBeVisible();
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  }
  for (const members of [
    `userFields: [{ property: '__proto__.x', create: true }]`,
    `userFields: [{ property: 'name', create: { type: 'script' } }]`,
    `connections: 'all'`,
    `userFields: { length: 1e9 }`,
  ]) {
    settings(members);
    for (const address of ['/users', '/users/new']) {
      const { text, status } = await ask(stack.appUrl + address, { headers: { cookie } });
      expect(status).toBe(200);
      expect(text, members).toContain('The settings hook’s answer cannot be used');
      expect(text, members).not.toContain('@example.com</bdi>');
    }
  }
  stack.restoreHooks();
  await page.goto('/users');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
});
