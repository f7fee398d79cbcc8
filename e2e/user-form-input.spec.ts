import { expect, test, unique } from './test.ts';
import { fillNewUser, goodPassword, openNewUser, usersWithEmail } from './user-form.ts';

const save = { name: 'Create user' } as const;

test('a name of 10 kB is refused in a sentence at its field, and a shorter one is saved', async ({
  as,
  stack,
}) => {
  const page = await as('kelly');
  const email = `${unique('long')}@example.com`;
  await openNewUser(page);
  await fillNewUser(page, { email, name: 'Ö'.repeat(10_000) });
  await page.getByRole('button', save).click();
  const name = page.getByLabel('Display name');
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription('Display name is too long: at most 150 characters.');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await usersWithEmail(stack, email)).toEqual([]);

  await name.fill('Ö'.repeat(150));
  await page.getByRole('button', save).click();
  await page.waitForURL('**/users');
  expect((await usersWithEmail(stack, email))[0]).toMatchObject({ name: 'Ö'.repeat(150) });
});

for (const name of [
  '👩🏽‍🚀 Zoë 🎉',
  'محمد بن عبد الله',
  'שרה כהן (Sarah)',
  '山田 太郎',
  'O’Brien-<script>alert(1)</script>',
  'Ṱ̺̺̕o͞ ̷i̲̬n̝̗',
]) {
  test(`the name “${name}” is saved as it was typed`, async ({ as, stack }) => {
    const page = await as('kelly');
    const email = `${unique('name')}@example.com`;
    await openNewUser(page);
    await fillNewUser(page, { email, name });
    await page.getByRole('button', save).click();
    await page.waitForURL('**/users');
    await expect(page.getByRole('status').filter({ hasText: `${name} was created` })).toBeVisible();
    expect((await usersWithEmail(stack, email))[0]).toMatchObject({ name });
  });
}

for (const [typed, sentence] of [
  ['no-at-sign.example.com', 'exactly one @'],
  ['two@at@example.com', 'exactly one @'],
  ['"quoted name"@example.com', 'no blanks'],
  ['"quoted"@example.com', 'no quotes'],
  ['a,b@example.com', 'no quotes, commas'],
  ['zero\u200Bwidth@example.com', 'invisible'],
  [`${'x'.repeat(65)}@example.com`, 'at most 64 characters'],
  ['dots..twice@example.com', 'before the @'],
  ['kelly@localhost', 'domain'],
  ['full＠width＠example.com', 'exactly one @'],
] as const) {
  test(`the e-mail address ${JSON.stringify(typed)} is refused in a sentence at its field`, async ({
    as,
  }) => {
    const page = await as('kelly');
    await openNewUser(page);
    await fillNewUser(page, { email: typed, name: 'Odd' });
    await page.getByRole('button', save).click();
    const email = page.getByLabel('E-mail address');
    await expect(email).toBeFocused();
    await expect(email).toHaveAccessibleDescription(new RegExp(sentence));
    await expect(email).toHaveValue(typed);
  });
}

test('odd but right e-mail addresses are saved in the form in which they are kept', async ({ as, stack }) => {
  const page = await as('kelly');
  for (const [typed, kept] of [
    [`  ${unique('UPPER')}+Tag@Example.COM `, /^upper-.*\+tag@example\.com$/],
    [`${unique("o'hara")}@example.com`, /^o'hara-.*@example\.com$/],
  ] as const) {
    await openNewUser(page);
    await fillNewUser(page, { email: typed, name: 'Odd but right' });
    await page.getByRole('button', save).click();
    await page.waitForURL('**/users');
    const [created] = await usersWithEmail(stack, typed.trim());
    expect(created?.email).toMatch(kept);
  }
});

test('a field of every type reaches the tenant as what it is', async ({ as, stack }) => {
  stack.writeHook(
    'settings',
    `(ctx, callback) => {
      var field = (name, create) => ({ property: 'user_metadata.' + name, label: 'My ' + name, create: create });
      var options = ['Red', { value: 'g', label: 'Green' }, { value: 'b', label: 'Blue' }];
      callback(null, {
        connections: ['Username-Password-Authentication'],
        dict: { memberships: 'Department' },
        userFields: [
          field('text', true),
          field('secret', { type: 'password' }),
          field('choice', { type: 'select', options: options }),
          field('kept', { type: 'hidden', options: [] }),
          field('count', { type: 'number' }),
          field('day', { type: 'date' }),
          field('mail', { type: 'email' }),
          field('phone', { type: 'tel' }),
          field('site', { type: 'url' }),
          field('notes', { type: 'textarea' }),
          field('agreed', { type: 'checkbox', required: true }),
          field('combo', { component: 'InputCombo', options: options }),
          field('searched', { component: 'InputSelectCombo', options: options }),
          field('several', { component: 'InputMultiCombo', options: options }),
          field('virtual', { component: 'InputVirtualizedSelect', options: Array.from({ length: 2000 }, (_, n) => 'Place ' + n) }),
          field('shown', { disabled: true, placeholder: 'set by HR' }),
        ],
      });
    }`,
  );
  const page = await as('kelly');
  const email = `${unique('types')}@example.com`;
  await openNewUser(page);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('My text').fill('Text');
  await page.getByLabel('My secret').fill('hush');
  await page.getByLabel('My choice').selectOption('Green');
  await expect(page.getByLabel('My kept')).toHaveCount(0);
  await page.getByLabel('My count').fill('many');
  await page.getByLabel('My day').fill('2026-02-28');
  await page.getByLabel('My mail').fill('second@example.com');
  await page.getByLabel('My phone').fill('+49 30 901820');
  await page.getByLabel('My site').fill('https://example.com/a?b#c');
  await page.getByLabel('My notes').fill('one\ntwo');
  await page.getByLabel('My combo').selectOption('Blue');
  for (const [name, ...picks] of [
    ['My searched', 'gre'],
    ['My several', 'Red', 'Bl'],
    ['My virtual', 'Place 1999'],
  ] as const) {
    await page.getByRole('combobox', { name }).focus();
    for (const typed of picks) {
      await page.keyboard.type(typed);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    // A list of which several can be picked stays open, and closes all else off.
    if (picks.length > 1) await page.keyboard.press('Escape');
  }
  await expect(page.getByLabel('My shown')).toBeDisabled();
  await page.getByLabel('Password', { exact: true }).fill(goodPassword);
  await page.getByLabel('Repeat password').fill(goodPassword);
  await page.getByRole('button', save).click();
  await expect(page.getByLabel('My count')).toHaveAccessibleDescription(
    'Enter a number, such as 12 or 12.5.',
  );
  await expect(page.getByLabel('My agreed')).toHaveAccessibleDescription('This has to be ticked.');
  await page.getByLabel('My count').fill('12.5');
  await page.getByLabel('My agreed').check();
  await page.getByRole('button', save).click();
  await page.waitForURL('**/users');
  expect((await usersWithEmail(stack, email))[0]?.user_metadata).toEqual({
    text: 'Text',
    secret: 'hush',
    choice: 'g',
    count: 12.5,
    day: '2026-02-28',
    mail: 'second@example.com',
    phone: '+49 30 901820',
    site: 'https://example.com/a?b#c',
    notes: 'one\ntwo',
    agreed: true,
    combo: 'b',
    searched: 'g',
    several: ['Red', 'b'],
    virtual: 'Place 1999',
  });
});

test('5 MB of text end in a sentence, in the form and sent by hand', async ({ as }) => {
  const page = await as('kelly');
  await openNewUser(page);
  await fillNewUser(page, { email: `${unique('huge')}@example.com`, name: 'Huge' });
  await page.getByLabel('Job title').evaluate((input: HTMLInputElement) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(input, 'x'.repeat(5_000_000));
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.getByRole('button', save).click();
  await expect(page.getByRole('region', { name: /more text than can be saved at once/ })).toBeFocused();

  await page.getByLabel('Job title').fill('Short');
  await page.route('**/users/new', async (route) => {
    const sent = route.request().postData();
    if (route.request().method() !== 'POST' || !sent) return route.continue();
    await route.continue({ postData: sent.replace('"Short"', `"${'x'.repeat(5_000_000)}"`) });
  });
  await page.getByRole('button', save).click();
  await expect(page.getByRole('region', { name: /The console did not answer/ })).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(goodPassword);
});
