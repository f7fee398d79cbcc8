import type { Environment } from '#lib/env.ts';
import { managementApi, SetupError } from '../setup/tenant-api.ts';
import { checkHooks } from './check-hooks.ts';
import { checkManagement } from './check-management.ts';
import { checkPolicy } from './check-policy.ts';
import { checkNode, checkSettings } from './check-settings.ts';
import { checkSignIn } from './check-sign-in.ts';
import { checkState } from './check-state.ts';
import { checkIssuer, type Issuer } from './check-tenant.ts';
import { findManagers } from './find-managers.ts';
import { type Finding, wrong } from './finding.ts';

/** Looks at everything that can be looked at; what cannot for want of something else is left out. */
export async function examine(variables: Record<string, string | undefined>): Promise<Finding[]> {
  const { findings, settings } = checkSettings(variables);
  const all = [checkNode(process.versions.node), ...findings];
  const hooks = await checkHooks(variables.HOOKS_DIR || 'hooks');
  all.push(...hooks.findings);
  if (!settings) return all;
  all.push(await checkState(settings));
  try {
    all.push(...(await examineTenant(settings, hooks.areReadable)));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    all.push(wrong('the tenant', error.message, 'Try again when the tenant answers.'));
  }
  return all;
}

async function examineTenant(settings: Environment, areHooksReadable: boolean): Promise<Finding[]> {
  const { tenantOrigin, managementOrigin } = settings;
  const tenant = await checkIssuer(tenantOrigin, 'AUTH0_DOMAIN');
  const all = [...tenant.findings, ...(await examineSignIn(settings, tenant.issuer))];
  if (!tenant.issuer && managementOrigin === tenantOrigin) return all;
  const { findings, token } = await checkManagement({
    origin: managementOrigin,
    clientId: settings.AUTH0_MANAGEMENT_CLIENT_ID,
    clientSecret: settings.AUTH0_MANAGEMENT_CLIENT_SECRET,
  });
  all.push(...findings);
  if (token === undefined || !areHooksReadable || findings.some(({ ok }) => !ok)) return all;
  const connections = await managementApi(managementOrigin, token).list(
    '/connections?strategy=auth0&fields=name',
  );
  const names = connections.map(({ name }) => String(name));
  return [...all, ...(await checkPolicy(await findManagers(managementOrigin, token), names))];
}

/** People sign in at the tenant or at another provider; the client is looked at where they do. */
async function examineSignIn(settings: Environment, tenant: Issuer | undefined): Promise<Finding[]> {
  const { APP_BASE_URL: baseUrl } = settings;
  if (settings.SIGN_IN === 'oidc') {
    const { findings, issuer } = await checkIssuer(settings.OIDC_ISSUER, 'OIDC_ISSUER');
    const client = { clientId: settings.OIDC_CLIENT_ID, clientSecret: settings.OIDC_CLIENT_SECRET };
    const callback = `${baseUrl}/auth/callback/oidc`;
    return [
      ...findings,
      ...(issuer ? await checkSignIn({ ...issuer, ...client, callback, prefix: 'OIDC' }) : []),
    ];
  }
  if (!tenant) return [];
  const client = { clientId: settings.AUTH0_CLIENT_ID, clientSecret: settings.AUTH0_CLIENT_SECRET };
  return checkSignIn({ ...tenant, ...client, callback: `${baseUrl}/auth/callback`, prefix: 'AUTH0' });
}
