import { describe, expect, test } from 'vitest';
import { parseEnvironment } from '#lib/env.ts';

const common = {
  APP_BASE_URL: 'https://console.example.com',
  AUTH0_DOMAIN: 'example.eu.auth0.com',
  AUTH0_SECRET: 'x'.repeat(32),
  AUTH0_MANAGEMENT_CLIENT_ID: 'machine',
  AUTH0_MANAGEMENT_CLIENT_SECRET: 'machine-secret',
};
const auth0 = { ...common, AUTH0_CLIENT_ID: 'console', AUTH0_CLIENT_SECRET: 'console-secret' };
const oidc = {
  ...common,
  SIGN_IN: 'oidc',
  OIDC_ISSUER: 'https://login.example.com/realms/staff',
  OIDC_CLIENT_ID: 'console',
  OIDC_CLIENT_SECRET: 'company-secret',
};

describe('the settings of the sign-in', () => {
  test('are taken for the tenant’s own sign-in, which is the default, and for any OIDC provider', () => {
    expect(parseEnvironment(auth0)).toMatchObject({ SIGN_IN: 'auth0', SESSION_IDLE_SECONDS: 28_800 });
    expect(parseEnvironment(oidc)).toMatchObject({
      SIGN_IN: 'oidc',
      OIDC_SCOPE: 'openid profile email',
      OIDC_EMAIL_VERIFIED_CLAIM: 'email_verified',
    });
    expect(parseEnvironment({ ...oidc, OIDC_ISSUER: 'http://localhost:4600' }).OIDC_ISSUER).toBeTruthy();
  });

  test.each([
    [auth0, 'AUTH0_CLIENT_ID', '', 'AUTH0_CLIENT_ID is missing'],
    [auth0, 'AUTH0_CLIENT_SECRET', '', 'AUTH0_CLIENT_SECRET is missing'],
    [auth0, 'AUTH0_SECRET', '', 'AUTH0_SECRET is missing'],
    [oidc, 'AUTH0_SECRET', 'short', 'AUTH0_SECRET must have at least 32 characters'],
    [oidc, 'OIDC_ISSUER', '', 'OIDC_ISSUER is missing'],
    [oidc, 'OIDC_CLIENT_ID', '', 'OIDC_CLIENT_ID is missing'],
    [oidc, 'OIDC_CLIENT_SECRET', '', 'OIDC_CLIENT_SECRET is missing'],
    [oidc, 'OIDC_ISSUER', 'http://login.example.com', 'OIDC_ISSUER must be an https address'],
    [oidc, 'OIDC_ISSUER', 'login.example.com', 'OIDC_ISSUER must be an https address'],
    [oidc, 'OIDC_ISSUER', 'https://login.example.com/?tenant=1', 'OIDC_ISSUER must be an https address'],
    [oidc, 'OIDC_SCOPE', 'profile email', 'OIDC_SCOPE must contain openid'],
    [oidc, 'SESSION_IDLE_SECONDS', 'soon', 'SESSION_IDLE_SECONDS'],
    [oidc, 'SIGN_IN', 'saml', 'SIGN_IN'],
  ])('stop the start when one is wrong or missing: %#', (settings, name, value, sentence) => {
    const start = () => parseEnvironment({ ...settings, [name]: value });
    expect(start).toThrow('Steward does not start, because its settings are wrong');
    expect(start).toThrow(sentence);
    expect(start).not.toThrow(/company-secret|console-secret|machine-secret/);
  });
});
