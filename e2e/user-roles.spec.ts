import type { Page } from '@playwright/test';
import type { JsonObject } from '#lib/json.ts';
import { freePorts, startConsoleProcess } from '../scripts/stack.ts';
import { ask, captureCreate, replay, sessionOf } from './by-hand.ts';
import type { Stack } from './stack-fixture.ts';
import { expect, test, unique } from './test.ts';

const addressOf = (userId: string, tab: string) => `/users/${encodeURIComponent(userId)}?tab=${tab}`;
const rolesAddress = (userId: string) => addressOf(userId, 'roles');

const someone = (): JsonObject => ({
  email: `${unique('roles')}@example.com`,
  name: 'Renée Müller',
  app_metadata: { department: 'Finance' },
});

async function namesIn(stack: Stack, userId: string, what: 'roles' | 'organizations'): Promise<unknown[]> {
  const held = (await stack.read(`/users/${encodeURIComponent(userId)}/${what}`)) as JsonObject[];
  return held.map(({ name }) => name).sort();
}

async function pick(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('Ivan assigns and removes roles, and is asked by name before each', async ({ as, makeUser, stack }) => {
  const { userId } = await makeUser(someone());
  const page = await as('ivan');
  await page.goto(`/users/${encodeURIComponent(userId)}`);
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await expect(page.getByText('The tenant assigns Renée Müller no role.')).toBeVisible();

  await page.getByRole('button', { name: 'Assign roles' }).click();
  const dialog = page.getByRole('dialog', { name: 'Assign roles to Renée Müller' });
  await expect(dialog.getByRole('button', { name: 'Assign roles' })).toBeDisabled();
  await pick(page, 'Roles', 'Recruiter');
  await pick(page, 'Roles', 'Delegated Admin - Operator');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Assign roles' }).click();
  await expect(page.getByText('Renée Müller was given Delegated Admin - Operator, Recruiter')).toBeVisible();
  const list = page.getByRole('list', { name: 'Roles of Renée Müller' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  expect(await namesIn(stack, userId, 'roles')).toEqual(['Delegated Admin - Operator', 'Recruiter']);

  await page.getByRole('button', { name: 'Remove Recruiter' }).click();
  const question = page.getByRole('alertdialog', { name: 'Remove Recruiter from Renée Müller?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await namesIn(stack, userId, 'roles')).toContain('Recruiter');
  await page.getByRole('button', { name: 'Remove Recruiter' }).click();
  await question.getByRole('button', { name: 'Remove role' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  // The button that had the focus has gone with its role.
  await expect(page.getByRole('heading', { name: 'Roles', exact: true })).toBeFocused();
  expect(await namesIn(stack, userId, 'roles')).toEqual(['Delegated Admin - Operator']);
});

test('Ivan adds a user to an organization and removes them, and a failing tenant leaves the rest of the page', async ({
  as,
  makeUser,
  stack,
}) => {
  const { userId } = await makeUser(someone());
  const page = await as('ivan');
  await page.goto(rolesAddress(userId));
  await page.getByRole('link', { name: 'Organizations' }).click();
  await page.getByRole('button', { name: 'Add to organization' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add Renée Müller to an organization' });
  await pick(page, 'Organization', 'Harbour Clinic');
  await dialog.getByRole('button', { name: 'Add user' }).click();
  const list = page.getByRole('list', { name: 'Organizations of Renée Müller' });
  await expect(list.getByRole('listitem')).toHaveText([/^Harbour Clinic/]);
  expect(await namesIn(stack, userId, 'organizations')).toEqual(['harbour-clinic']);

  await page.getByRole('button', { name: 'Remove from Harbour Clinic' }).click();
  const question = page.getByRole('alertdialog', { name: 'Remove Renée Müller from Harbour Clinic?' });
  await question.getByRole('button', { name: 'Remove user' }).click();
  await expect(page.getByText('Renée Müller is a member of no organization.')).toBeVisible();
  expect(await namesIn(stack, userId, 'organizations')).toEqual([]);

  const path = `/users/${encodeURIComponent(userId)}/organizations`;
  await stack.control('PUT', '/faults', {
    respond: [{ match: { method: 'GET', path }, status: 503, when: 'before', times: 1 }],
  });
  await page.goto(addressOf(userId, 'organizations'));
  await expect(page.getByRole('heading', { name: 'Renée Müller' })).toBeVisible();
  await expect(page.getByText('The tenant has a fault at the moment.')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Renée Müller is a member of no organization.')).toBeVisible();
});

test('Kelly has no such tab, and finds none of it by its address', async ({ as, makeUser, stack }) => {
  const { userId } = await makeUser(someone());
  const ivan = await as('ivan');
  await ivan.goto(rolesAddress(userId));
  await ivan.getByRole('button', { name: 'Assign roles' }).click();
  await pick(ivan, 'Roles', 'Recruiter');
  await ivan.keyboard.press('Escape');
  await ivan.getByRole('dialog').getByRole('button', { name: 'Assign roles' }).click();
  await expect(ivan.getByRole('button', { name: 'Remove Recruiter' })).toBeVisible();

  const kelly = await as('kelly');
  await kelly.goto(rolesAddress(userId));
  await expect(kelly.getByRole('heading', { name: 'Renée Müller' })).toBeVisible();
  await expect(kelly.getByRole('link', { name: 'Roles', exact: true })).toHaveCount(0);
  expect(await kelly.content()).not.toContain('Recruiter');
  const cookie = await sessionOf(kelly);
  const data = await ask(stack.appUrl + rolesAddress(userId), { headers: { cookie, rsc: '1' } });
  expect(data.status).toBe(200);
  expect(data.text).not.toContain('Recruiter');
});

test('with the tenant’s roles switched on, one given or taken away is noticed by the next request of every kind', async ({
  as,
  stack,
}) => {
  // A console of its own is started beside the others.
  test.slow();
  const call = await captureCreate(await as('kelly'), `${unique('noticed')}@example.com`, stack.password);
  const pia = await as('pia');
  const cookie = await sessionOf(pia);
  const [{ user_id: userId, app_metadata: metadata } = {}] = await stack.usersByEmail('pia@example.com');
  const path = `/users/${encodeURIComponent(`${userId}`)}`;
  const [{ id: roleId } = {}] = (await stack.read('/roles?name_filter=Admin%20-%20User')) as JsonObject[];
  const [port = 0] = await freePorts(1);
  const appUrl = `http://localhost:${port}`;
  const started = await startConsoleProcess(
    stack.besides({ PORT: `${port}`, APP_BASE_URL: appUrl, TENANT_ROLES: 'on' }),
  );
  const answers = async () => {
    const page = await ask(`${appUrl}/users`, { headers: { cookie } });
    const data = await ask(`${appUrl}/users`, { headers: { cookie, rsc: '1' } });
    const action = await replay(appUrl, call, { cookie, origin: appUrl });
    return [page.text, data.text, action.text];
  };
  const noRole = expect.stringMatching(/You have no role in this console/);
  const noDepartment = expect.stringMatching(/not part of any department yet/);
  const outage = expect.stringMatching(/The tenant has a fault at the moment/);
  try {
    expect(await answers()).toEqual([noRole, noRole, noRole]);

    await stack.api('POST', `${path}/roles`, { roles: [`${roleId}`] });
    for (const text of await answers()) expect(text).not.toEqual(noRole);
    const page = await ask(`${appUrl}/users`, { headers: { cookie } });
    expect(page.text).toContain('Pia');
    expect(page.text).toContain('New user');

    const match = { method: 'GET', path: `${path}/roles` };
    await stack.control('PUT', '/faults', { respond: [{ match, status: 503, when: 'before', times: 3 }] });
    expect(await answers()).toEqual([outage, outage, outage]);
    expect((await ask(`${appUrl}/users`, { headers: { cookie } })).text).toContain('New user');

    await stack.api('PATCH', path, { app_metadata: { department: null } });
    expect(await answers()).toEqual([noDepartment, noDepartment, noDepartment]);
    await stack.api('PATCH', path, { app_metadata: metadata as JsonObject });
    expect((await ask(`${appUrl}/users`, { headers: { cookie } })).text).toContain('New user');

    await stack.api('DELETE', `${path}/roles`, { roles: [`${roleId}`] });
    expect(await answers()).toEqual([noRole, noRole, noRole]);
  } finally {
    await stack.api('PATCH', path, { app_metadata: metadata as JsonObject });
    await stack.api('DELETE', `${path}/roles`, { roles: [`${roleId}`] });
    await started.stop();
  }
});
