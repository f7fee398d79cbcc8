import { z } from 'zod';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

const hourSeconds = 60 * 60;

/** How people sign in, and for how long. Which of these must be set depends on SIGN_IN. */
export const signInVariables = {
  SIGN_IN: z.enum(['auth0', 'oidc']).default('auth0'),
  /** Encrypts the session cookie, whichever way people sign in. */
  AUTH0_SECRET: z.string().min(32, 'must have at least 32 characters (openssl rand -hex 32)'),
  AUTH0_CLIENT_ID: z.string().default(''),
  AUTH0_CLIENT_SECRET: z.string().default(''),
  OIDC_ISSUER: z.string().default(''),
  OIDC_CLIENT_ID: z.string().default(''),
  OIDC_CLIENT_SECRET: z.string().default(''),
  OIDC_SCOPE: z.string().default('openid profile email'),
  /** The claim that holds the tenant's user_id; without it people are found by verified e-mail address. */
  OIDC_USER_ID_CLAIM: z.string().optional(),
  /** The claim that says whether the provider has verified the e-mail address. */
  OIDC_EMAIL_VERIFIED_CLAIM: z.string().default('email_verified'),
  /** A session that nobody uses ends after this many seconds. */
  SESSION_IDLE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(30 * 24 * hourSeconds)
    .default(8 * hourSeconds),
  /** Every session ends after this many seconds. */
  SESSION_MAX_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(30 * 24 * hourSeconds)
    .default(12 * hourSeconds),
};

type SignInValues = z.output<z.ZodObject<typeof signInVariables>>;

const neededBy = {
  auth0: ['AUTH0_CLIENT_ID', 'AUTH0_CLIENT_SECRET'],
  oidc: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
} as const;

/** What is missing or wrong for the way of signing in that was chosen: variable and what is wrong with it. */
export function signInIssues(values: SignInValues): { variable: string; message: string }[] {
  const missing = neededBy[values.SIGN_IN].filter((variable) => values[variable] === '');
  const issues = missing.map((variable): { variable: string; message: string } => ({
    variable,
    message: 'is missing',
  }));
  if (values.SIGN_IN !== 'oidc') return issues;
  if (values.OIDC_ISSUER && !isIssuer(values.OIDC_ISSUER)) {
    issues.push({
      variable: 'OIDC_ISSUER',
      message: 'must be an https address without a query (http on this machine only)',
    });
  }
  if (!values.OIDC_SCOPE.split(' ').includes('openid')) {
    issues.push({ variable: 'OIDC_SCOPE', message: 'must contain openid' });
  }
  return issues;
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  if (search || hash || username) return false;
  return protocol === 'https:' || (protocol === 'http:' && loopbackHosts.has(hostname));
}
