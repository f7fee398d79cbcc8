import { randomBytes } from 'node:crypto';
import { startIssuer } from '#lib/testing/issuer/start-issuer.ts';
import type { Variables } from './stack.ts';

/** Where the company’s sign-in listens. */
export const issuerPort = Number(process.env.ISSUER_PORT || 4600);

/**
 * Starts a company’s own sign-in in this process, and answers with the variables that lead the demo’s people there.
 * It ends with the process and keeps nothing.
 */
export async function startCompanySignIn(appOrigins: string[]): Promise<Variables> {
  const clientId = 'steward-console';
  const clientSecret = randomBytes(32).toString('hex');
  const issuer = await startIssuer({
    port: issuerPort,
    clientId,
    clientSecret,
    appOrigins,
  });
  return {
    SIGN_IN: 'oidc',
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  };
}
