import { ask, sessionOf } from './by-hand.ts';
import { expect, test, unique } from './test.ts';
import { editAddress } from './user-form.ts';

/** Somebody of a department, whose name no other test uses. */
function someone(department: string) {
  const mark = unique('audited');
  const user = { email: `${mark}@example.com`, name: `Renée ${mark}` };
  return { ...user, app_metadata: { department } };
}

test('a refusal comes to an Administrator’s audit trail by itself, and is told in full', async ({
  as,
  makeUser,
  stack,
}) => {
  const { userId, name } = await makeUser(someone('Finance'));
  const ivan = await as('ivan');
  await ivan.goto(`/audit?${new URLSearchParams({ user: userId })}`);
  await expect(ivan.getByRole('heading', { name: 'No record fits' })).toBeVisible();

  stack.writeHook('write', '(ctx, callback) => callback(new Error("Titles are frozen until May."))');
  const kelly = await as('kelly');
  await kelly.goto(editAddress(userId));
  await kelly.getByLabel('Job title').fill('Controller');
  await kelly.getByRole('button', { name: 'Save changes' }).click();
  await expect(kelly.getByText('Titles are frozen until May.').first()).toBeVisible();

  await ivan.getByRole('button', { name: /new records?$/ }).click();
  const row = ivan.getByRole('row').filter({ hasText: 'Refused' });
  await expect(row).toContainText('write hook: Titles are frozen until May.');
  await expect(row).toContainText('Kelly Brandt');
  await row.getByRole('link', { name: 'Edit user' }).click();

  await expect(ivan.getByRole('heading', { level: 1, name: 'Edit user' })).toBeVisible();
  await expect(ivan.getByText('A rule decided against it. Nothing was changed.')).toBeVisible();
  await expect(ivan.getByRole('region', { name: 'Asked for' })).toContainText('Controller');
  await expect(ivan.getByRole('button', { name: 'Copy request id' })).toBeVisible();
  await ivan.getByRole('link', { name, exact: true }).click();
  await ivan.getByRole('link', { name: 'History' }).click();
  await expect(ivan.getByRole('table', { name: `History of ${name}` })).toContainText('Titles are frozen');
});

test('a change stands side by side with what was there before, on a phone one below the other', async ({
  as,
  makeUser,
}) => {
  const { userId } = await makeUser({ ...someone('Finance'), user_metadata: { title: 'Clerk' } });
  const kelly = await as('kelly', { viewport: { width: 390, height: 844 } });
  await kelly.goto(editAddress(userId));
  await kelly.getByLabel('Job title').fill('Controller');
  await kelly.getByRole('button', { name: 'Save changes' }).click();
  await expect(kelly).not.toHaveURL(/\/edit$/);
  await kelly.goto(`/users/${encodeURIComponent(userId)}?tab=history`);
  await kelly.getByRole('link', { name: 'Edit user' }).click();
  const changed = kelly.getByRole('table', { name: 'What changed' }).getByRole('row', { name: /title/ });
  const [before, after] = [changed.getByText('Clerk'), changed.getByText('Controller')];
  const [above, below] = [await before.boundingBox(), await after.boundingBox()];
  expect(above?.y).toBeLessThan(below?.y ?? 0);
  await kelly.setViewportSize({ width: 1440, height: 900 });
  const [left, right] = [await before.boundingBox(), await after.boundingBox()];
  expect(left?.y).toBe(right?.y);
  expect(left?.x).toBeLessThan(right?.x ?? 0);
});

test('filters stand in the address, each can be taken away, and the chart leads to a day by keyboard', async ({
  as,
  makeUser,
}) => {
  const { userId } = await makeUser(someone('Finance'));
  const kelly = await as('kelly');
  await kelly.goto(`/users/${encodeURIComponent(userId)}`);
  await kelly.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit' }).click();
  await kelly.getByRole('button', { name: 'Filter', exact: true }).click();
  await kelly.getByLabel('User', { exact: true }).fill(userId);
  await kelly.getByLabel('Action').selectOption('looks');
  await kelly.getByRole('button', { name: 'Apply' }).click();
  await expect(kelly).toHaveURL(/action=looks/);
  const chips = kelly.getByRole('list', { name: 'Filters in use' });
  await expect(chips.getByRole('listitem')).toHaveCount(3);
  await chips.getByRole('link', { name: 'Remove the filter Action' }).click();
  await expect(kelly).not.toHaveURL(/action=/);
  await expect(kelly).toHaveURL(/user=/);

  const days = kelly.getByRole('list', { name: /^Attempts by day/ });
  const today = days.getByRole('link').last();
  await expect(today).toHaveAccessibleName(/1 done, 0 refused or failed$/);
  await today.focus();
  await kelly.keyboard.press('ArrowLeft');
  await expect(days.getByRole('link').nth(-2)).toBeFocused();
  await kelly.keyboard.press('Enter');
  await expect(kelly).toHaveURL(/period=days/);
  await expect(kelly.getByRole('heading', { name: 'No record fits' })).toBeVisible();
});

test('neither page, data nor file tells of a user of another department', async ({ as, makeUser, stack }) => {
  const secretive = await makeUser(someone('HR'));
  const own = await makeUser(someone('Finance'));
  const ivan = await as('ivan');
  for (const { userId } of [secretive, own]) await ivan.goto(`/users/${encodeURIComponent(userId)}`);
  await ivan.goto(`/audit?${new URLSearchParams({ user: secretive.userId })}`);
  const opened = ivan.getByRole('row').getByRole('link', { name: 'Open user' });
  const foreign = `${await opened.getAttribute('href')}`;

  const kelly = await as('kelly');
  const amir = await as('amir');
  const addresses = ['/audit', '/audit/export', '/audit/export?form=jsonl', foreign];
  const answersFor = async (page: typeof kelly, asked = addresses) => {
    const cookie = await sessionOf(page);
    const answers = asked.flatMap((address) => [
      ask(stack.appUrl + address, { headers: { cookie } }),
      ask(stack.appUrl + address, { headers: { cookie, rsc: '1' } }),
    ]);
    return (await Promise.all(answers)).map(({ text }) => text).join('\n');
  };
  const toKelly = await answersFor(kelly);
  expect(toKelly).toContain(own.name);
  expect(toKelly).not.toContain(secretive.name);
  const searched = await answersFor(kelly, [`/audit?${new URLSearchParams({ q: secretive.email })}`]);
  expect(searched).not.toContain(secretive.userId.replace('auth0|', ''));
  const toAmir = await answersFor(amir);
  expect(toAmir).toContain(secretive.name);
  expect(toAmir).not.toContain(own.name);
  expect((await ask(`${stack.appUrl}/audit/export`)).status).toBe(401);

  const pia = await as('pia');
  const refused = await ask(`${stack.appUrl}/audit/live?end=x`, {
    headers: { cookie: await sessionOf(pia) },
  });
  expect([refused.status, refused.text]).toEqual([403, '{"problem":"no-role"}']);
});
