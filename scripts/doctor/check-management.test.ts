import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { managementScopes } from '#lib/auth0/scopes.ts';
import { type NewTenant, startNewTenant } from '#lib/testing/new-tenant.ts';
import { checkManagement } from './check-management.ts';

vi.setConfig({ testTimeout: 120_000 });

let tenant: NewTenant;
beforeAll(async () => {
  tenant = await startNewTenant();
});
afterAll(() => tenant.close());

const all = managementScopes.map(({ scope }) => scope);

/** What is found wrong with a machine client that holds exactly these scopes. */
async function problemsWith(scope: string[]) {
  const client = await tenant.ask('POST', '/clients', { name: 'M', app_type: 'non_interactive' });
  const audience = `${tenant.url}/api/v2/`;
  await tenant.ask('POST', '/client-grants', { client_id: client.client_id, audience, scope });
  const { findings } = await checkManagement({
    origin: tenant.url,
    clientId: client.client_id,
    clientSecret: client.client_secret,
  });
  return findings.filter(({ ok }) => !ok);
}

describe('the scopes of the machine client', () => {
  test('are enough as they are listed, and trying them changes nothing', async () => {
    const everything = () =>
      Promise.all(
        ['/users', '/connections', '/roles', '/organizations'].map((path) => tenant.ask('GET', path)),
      );
    const before = await everything();
    expect(await problemsWith(all)).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  test.each(managementScopes)('$scope is named where it is missing', async ({ scope, purpose }) => {
    const problems = await problemsWith(all.filter((one) => one !== scope));
    expect(problems.map(({ about }) => about)).toEqual([scope]);
    expect(problems[0]?.says).toContain(`needed to ${purpose}`);
  });

  test('are each tried with a call that the tenant refuses without them', async () => {
    const problems = await problemsWith([]);
    expect(problems.map(({ about }) => about)).toEqual(all);
    const refused = problems.filter(({ says }) => says.includes('(403: Insufficient scope'));
    const shown = managementScopes.filter(({ probe }) => probe.shows).map(({ scope }) => scope);
    expect(refused.map(({ about }) => about)).toEqual(all.filter((scope) => !shown.includes(scope)));
  });
});
