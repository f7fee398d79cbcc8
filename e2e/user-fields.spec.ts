import AxeBuilder from '@axe-core/playwright';
import { expect, test, unique } from './test.ts';
import { editAddress, openNewUser, readUser, usersWithEmail } from './user-form.ts';

/** A field of every kind, each under a key of its own in user_metadata. */
const everyKind = `function (ctx, callback) {
  function field(name, label, input, more) {
    return Object.assign({ property: 'user_metadata.' + name, label: label, create: input, edit: input }, more);
  }
  var sites = [];
  for (var i = 1; i <= 4000; i += 1) sites.push({ value: 'S' + i, label: 'Site ' + i });
  function evenOnly(value, values, context, dictionary) {
    if (value && value % 2) return dictionary.odd + ' (' + context.request.user.email + ', ' + values.email + ')';
  }
  callback(null, {
    dict: { title: 'Fields', memberships: 'Department', menuName: 'Acme menu' },
    css: 'https://styles.example/usual.css',
    altcss: 'https://styles.example/other.css',
    membershipProperty: 'app_metadata.department',
    connections: ['Username-Password-Authentication'],
    languageDictionary: { odd: 'Take an even number', labels: { 'user_metadata.site': 'Where they sit' } },
    userFields: [
      { property: 'name', label: 'Display name', create: true, edit: true },
      { property: 'email', label: 'Mail', search: { listOrder: 2, listSize: '22%', filter: true } },
      { property: 'logins_count', disable: true },
      field('seats', 'Seats', { type: 'number', validationFunction: evenOnly.toString() },
        { search: { listOrder: 1, display: (function (user, value) { return value[0] ? value[0] + ' seats' : ''; }).toString() } }),
      field('start', 'First day', { type: 'date' }),
      field('mail2', 'Second address', { type: 'email' }),
      field('phone', 'Phone', { type: 'tel', placeholder: '+49 30 1' }),
      field('web', 'Web page', { type: 'url' }),
      field('notes', 'Notes, which are longer than any other of the fields here and have a label that says so', { type: 'textarea' }),
      field('aider', 'Trained in first aid', { type: 'checkbox' }),
      field('kind', 'Kind', { type: 'select', component: 'InputCombo', required: true, options: ['Inside', 'Outside'] }),
      field('site', 'Site', { component: 'InputVirtualizedSelect', options: sites }),
      field('country', 'Country', { component: 'InputSelectCombo', options: ['Chile', 'Ghana', 'Nepal'] }),
      field('skills', 'Skills', { component: 'InputMultiCombo', options: ['Law', 'Sums', 'Tax'] }),
      field('fixed', 'Fixed', { disabled: true, placeholder: 'Set by HR' }),
      field('source', 'Source', { type: 'hidden' }, { display: '() => "console"' }),
      field('address.city', 'City', true),
    ],
  });
}`;

test('a field of every kind is filled in by keyboard, checked as one types, and stored as what it is', async ({
  as,
  stack,
}) => {
  stack.writeHook('settings', everyKind);
  const page = await as('kelly');
  const email = `${unique('kinds')}@example.com`;
  await openNewUser(page);
  await page.getByLabel('Mail', { exact: true }).fill(email);
  const password = stack.password;
  await page.getByLabel('Display name').fill('Every Kind');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Repeat password').fill(password);

  const seats = page.getByLabel('Seats');
  await seats.fill('7');
  await expect(seats).toHaveAccessibleDescription(`Take an even number (kelly@example.com, ${email})`);
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(page.getByLabel('Kind')).toHaveAccessibleDescription('Choose a kind.');
  await expect(seats).toHaveAccessibleDescription(/Take an even number/);
  await seats.fill('8');
  await expect(seats).not.toHaveAttribute('aria-invalid');
  await page.getByLabel('First day').fill('2027-02-01');
  await page.getByLabel('Second address').fill('second@example.com');
  await page.getByLabel('Phone').fill('+49 30 901820');
  await page.getByLabel('Web page').fill('https://example.com/kind');
  await page.getByLabel('Notes, which').fill('First line\nSecond line');
  await page.getByLabel('Trained in first aid').press('Space');
  await page.getByLabel('City').fill('Łódź');
  await expect(page.getByLabel('Fixed')).toBeDisabled();

  const site = page.getByRole('combobox', { name: 'Where they sit' });
  await site.focus();
  await page.keyboard.type('Site 3999');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(site).toHaveValue('Site 3999');
  await page.getByRole('combobox', { name: 'Country' }).focus();
  await page.keyboard.type('nep');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Skills' }).focus();
  for (const skill of ['Tax', 'Law']) {
    await page.keyboard.type(skill);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');

  await page.getByLabel('Kind').selectOption('Outside');
  await page.getByRole('button', { name: 'Create user' }).click();
  await page.waitForURL('**/users');
  expect((await usersWithEmail(stack, email))[0]?.user_metadata).toEqual({
    seats: 8,
    start: '2027-02-01',
    mail2: 'second@example.com',
    phone: '+49 30 901820',
    web: 'https://example.com/kind',
    notes: 'First line\nSecond line',
    aider: true,
    kind: 'Outside',
    site: 'S3999',
    country: 'Nepal',
    skills: ['Tax', 'Law'],
    source: 'console',
    address: { city: 'Łódź' },
  });

  const row = page.getByRole('row', { name: /Every Kind/ });
  await expect(row.getByRole('cell', { name: '8 seats' })).toBeVisible();
  await expect(row.getByRole('cell', { name: email })).toBeVisible();
  const heads = page.getByRole('columnheader');
  await expect(heads).toHaveText([
    'Select everybody on this page',
    'Display name',
    'Seats',
    'Mail',
    'Department',
    'Last login',
    'Connection',
    'Status',
    'Actions',
  ]);
  await page.getByLabel('Search by').selectOption('Mail');
});

test('one nested value is changed, and everything beside it stays as it was', async ({
  as,
  stack,
  makeUser,
}) => {
  stack.writeHook('settings', everyKind);
  const metadata = {
    seats: 8,
    kind: 'Gone',
    skills: ['Tax', 'Alchemy'],
    address: { city: 'Łódź', geo: { lat: 51.8, marks: [1, { two: 2 }] } },
    undeclared: { deep: [true, null] },
  };
  const { userId } = await makeUser({
    email: `${unique('nested')}@example.com`,
    name: 'Nested',
    user_metadata: metadata,
    app_metadata: { department: 'Finance', flags: { beta: true } },
  });
  const page = await as('kelly', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await page.goto(editAddress(userId));
  const city = page.getByLabel('City');
  await expect(city).toHaveValue('Łódź');
  await city.fill('Kraków');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
  const saved = await readUser(stack, userId);
  expect(saved.user_metadata).toEqual({ ...metadata, address: { ...metadata.address, city: 'Kraków' } });
  expect(saved.app_metadata).toEqual({ department: 'Finance', flags: { beta: true } });
});

test('what the access hook masks is in no document, no payload and no form, also after a step within the console', async ({
  as,
  stack,
  makeUser,
}) => {
  const hidden = unique('hidden');
  const { userId } = await makeUser({
    email: `${hidden}@example.com`,
    name: `Nora ${hidden}`,
    user_metadata: { notes: `note-${hidden}`, address: { city: `city-${hidden}` } },
    app_metadata: { department: 'Finance' },
  });
  const page = await as('kelly');
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (/text\/(html|x-component)/.test(response.headers()['content-type'] ?? '')) {
      answers.push(response.text().catch(() => ''));
    }
  });
  const walk = async (name: string) => {
    answers.length = 0;
    await page.goto(`/users?q=${encodeURIComponent('user_metadata.kind:Masked OR name:Nora*')}`);
    await page.goto(`/users/${encodeURIComponent(userId)}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await page.goto(`/users/${encodeURIComponent(userId)}?tab=raw`);
    await page.getByRole('link', { name: 'Overview' }).click();
    await expect(page).not.toHaveURL(/tab=raw/);
    await page.goto(editAddress(userId));
    await page.getByRole('button', { name: 'Save' }).waitFor();
    return (await Promise.all(answers)).join('');
  };
  stack.writeHook('settings', everyKind);
  expect(await walk(`Nora ${hidden}`)).toContain(`city-${hidden}`);
  stack.writeHook(
    'access',
    `(ctx, callback) => callback(null, ctx.payload.user.user_id === ${JSON.stringify(userId)} && { name: 'N.', app_metadata: { department: 'Finance' } })`,
  );
  expect(await walk('N.')).not.toContain(hidden);
});

test('the tenant’s style sheet is loaded, and its other one once somebody switches', async ({
  as,
  stack,
}) => {
  stack.writeHook('settings', everyKind);
  const page = await as('kelly');
  const broken: string[] = [];
  page.on('console', (message) => {
    if (/stylesheet.*Content Security Policy/i.test(message.text())) broken.push(message.text());
  });
  await page.route('https://styles.example/*', (route) => {
    const colour = route.request().url().endsWith('other.css') ? 'rgb(1, 2, 3)' : 'rgb(3, 2, 1)';
    return route.fulfill({ contentType: 'text/css', body: `h1 { color: ${colour}; }` });
  });
  await page.goto('/users');
  const title = page.getByRole('heading', { level: 1 });
  await expect(page.getByRole('navigation', { name: 'Acme menu' })).toBeVisible();
  await expect(title).toHaveCSS('color', 'rgb(3, 2, 1)');
  await page.getByRole('checkbox', { name: 'Alternative style' }).check();
  await expect(title).toHaveCSS('color', 'rgb(1, 2, 3)');
  await page.reload();
  await expect(title).toHaveCSS('color', 'rgb(1, 2, 3)');
  await page.getByRole('checkbox', { name: 'Alternative style' }).uncheck();
  await expect(title).toHaveCSS('color', 'rgb(3, 2, 1)');
  stack.writeHook(
    'settings',
    `(ctx, callback) => callback(null, { css: 'https://elsewhere.example/a.css', dict: { title: 'Plain' } })`,
  );
  await page.reload();
  await expect(page.getByText('Plain').first()).toBeVisible();
  await expect(title).not.toHaveCSS('color', 'rgb(3, 2, 1)');
  expect(broken).toEqual([]);
});
