import { z } from 'zod';
import { recordStreamIssues, recordStreamVariables } from './env-record-streams.ts';
import { signInIssues, signInVariables } from './env-sign-in.ts';
import { telemetryVariables } from './env-telemetry.ts';
import { tenantLimitVariables, tenantRateOf } from './env-tenant-limits.ts';
import { hookOriginList, originList } from './origin-list.ts';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

const port = z.coerce.number().int().min(1).max(65_535);
const secret = z.string().min(1);

const environmentSchema = z
  .object({
    NODE_ENV: z.string().default('development'),
    APP_BASE_URL: z.url({ protocol: /^https?$/ }),
    PORT: port.default(3000),
    /** How many proxies of the operator's own stand in front, each of which adds to `X-Forwarded-For`. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    ...signInVariables,
    AUTH0_DOMAIN: z
      .string()
      .regex(/^[a-z0-9.-]+(:\d+)?$/i, 'must be a host name such as example.eu.auth0.com, without https://'),
    AUTH0_MANAGEMENT_CLIENT_ID: secret,
    AUTH0_MANAGEMENT_CLIENT_SECRET: secret,
    /** Where the Management API answers when it is not at AUTH0_DOMAIN (custom domains). */
    AUTH0_MANAGEMENT_DOMAIN: z.string().optional(),
    /** The folder of Steward's own data, where there is no DATABASE_URL. */
    STATE_DIR: z.string().default('.steward/state'),
    /** A PostgreSQL that keeps Steward's own data, which several servers may share. */
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: 'must be an address such as postgresql://user:password@host:5432/steward',
      })
      .optional(),
    HOOKS_DIR: z.string().default('hooks'),
    HOOK_CPU_MS: z.coerce.number().int().min(10).max(10_000).default(250),
    HOOK_WAIT_MS: z.coerce.number().int().min(100).max(60_000).default(5_000),
    HOOK_HEAP_MB: z.coerce.number().int().min(16).max(512).default(32),
    HOOK_CONTEXT_KB: z.coerce.number().int().min(64).max(16_384).default(1024),
    HOOK_ANSWER_KB: z.coerce.number().int().min(64).max(16_384).default(1024),
    HOOK_HOST_CALLS: z.coerce.number().int().min(1).max(1_000).default(64),
    HOOK_LOG_LINES: z.coerce.number().int().min(1).max(10_000).default(200),
    /** Origins that hooks may call, apart by commas. */
    HOOK_ORIGINS: hookOriginList,
    HOOK_LOG_KB: z.coerce.number().int().min(1).max(4_096).default(64),
    /** Where the settings hook's style sheets (`css`, `altcss`) may come from. */
    STYLE_ORIGINS: originList,
    /** 'on': roles that the tenant itself assigns to users count as roles of this console too. */
    TENANT_ROLES: z.enum(['on', 'off']).default('off'),
    ...tenantLimitVariables,
    ...recordStreamVariables,
    ...telemetryVariables,
    /** How long requests in flight may take once the server is told to end. */
    DRAIN_SECONDS: z.coerce.number().int().min(0).max(600).default(20),
    /** How long the server goes on taking requests once it is told to end, while `/readyz` says that it is going. */
    DRAIN_DELAY_SECONDS: z.coerce.number().int().min(0).max(600).default(0),
    /** Set by `npm start` and the container: this server handles the signals to end itself. */
    NEXT_MANUAL_SIG_HANDLE: z.string().optional(),
    /** Set by the demo: shows the bar 'Embedded tenant: demo data'. */
    STEWARD_DEMO: z.enum(['0', '1']).default('0'),
  })
  .superRefine((value, context) => {
    const base = new URL(value.APP_BASE_URL);
    if (base.pathname !== '/' || base.search || base.hash) {
      context.addIssue({
        code: 'custom',
        path: ['APP_BASE_URL'],
        message: 'must be an origin, without a path',
      });
    }
    if (base.protocol === 'http:' && !loopbackHosts.has(base.hostname)) {
      context.addIssue({
        code: 'custom',
        path: ['APP_BASE_URL'],
        message: 'must use https beyond this machine',
      });
    }
    for (const { variable, message } of [...signInIssues(value), ...recordStreamIssues(value)]) {
      context.addIssue({ code: 'custom', path: [variable], message });
    }
  });

export type Environment = z.infer<typeof environmentSchema> & {
  /** `http://localhost:4400` for the embedded tenant, `https://example.eu.auth0.com` for a real one. */
  tenantOrigin: string;
  /** Where the Management API answers; the same as `tenantOrigin` unless set apart. */
  managementOrigin: string;
  tenantIsLocal: boolean;
  /** How many calls all servers may make together; absent where only the tenant itself says when it is too much. */
  tenantRate?: { perSecond: number; burst: number };
};

/** The settings, or an error whose message has a line per wrong variable and never a value. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) =>
        `  ${issue.path.join('.')} ${present[String(issue.path[0])] === undefined ? 'is missing' : issue.message}`,
    );
    throw new Error(`Steward does not start, because its settings are wrong:\n${lines.join('\n')}`);
  }
  const tenantOrigin = originOf(parsed.data.AUTH0_DOMAIN);
  return {
    ...parsed.data,
    tenantOrigin,
    managementOrigin: originOf(parsed.data.AUTH0_MANAGEMENT_DOMAIN ?? parsed.data.AUTH0_DOMAIN),
    tenantIsLocal: tenantOrigin.startsWith('http:'),
    tenantRate: tenantRateOf(parsed.data, tenantOrigin.startsWith('http:')),
  };
}

/**
 * Where a tenant answers. Plain http is for `localhost` alone: the sign-in library takes no other loopback name.
 * @param domain `example.eu.auth0.com`, or `localhost:4400`
 */
export function originOf(domain: string): string {
  return domain.split(':')[0] === 'localhost' ? `http://${domain}` : `https://${domain}`;
}

let environment: Environment | undefined;

/** The settings of this process, parsed once. The only reader of `process.env`. */
export function env(): Environment {
  environment ??= readEnvironment();
  return environment;
}

function readEnvironment(): Environment {
  const settings = parseEnvironment(process.env);
  // next-auth learns its own address from this variable alone, and would otherwise believe a forged Host.
  if (settings.SIGN_IN === 'oidc') process.env.NEXTAUTH_URL = new URL('/auth', settings.APP_BASE_URL).href;
  return settings;
}
