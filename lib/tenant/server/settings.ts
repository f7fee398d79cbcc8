import { z } from 'zod';
import { faultsBody } from '../control/faults-body.ts';
import type { Faults } from '../faults/faults.ts';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  );

const faults = z
  .string()
  .default('{}')
  .transform((text, context) => {
    const parsed = faultsBody.safeParse(jsonOf(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'must be a JSON object of the known faults' });
    return z.NEVER;
  });

const variables = z.object({
  NODE_ENV: z.string().default('development'),
  /** '1': this is a demo, and may run although NODE_ENV says production. */
  STEWARD_DEMO: z.enum(['0', '1']).default('0'),
  TENANT_PORT: z.coerce.number().int().min(1).max(65_535).default(4400),
  /** Without a file the tenant forgets everything when it ends. */
  TENANT_FILE: z.string().optional(),
  TENANT_TITLE: z.string().default('Embedded tenant'),
  /** How many users the first start makes, the demo's people among them. */
  TENANT_USERS: z.coerce.number().int().min(1).max(1_000_000).default(240),
  TENANT_FAULTS: faults,
  TENANT_CONTROL_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  /** Further callback and log-out addresses of the console's client, separated by commas. */
  TENANT_CALLBACKS: list,
  TENANT_LOGOUT_URLS: list,
  APP_BASE_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  AUTH0_CLIENT_ID: z.string().min(1),
  AUTH0_CLIENT_SECRET: z.string().min(1),
  AUTH0_MANAGEMENT_CLIENT_ID: z.string().min(1),
  AUTH0_MANAGEMENT_CLIENT_SECRET: z.string().min(1),
  /** The one password of the demo's people. */
  DEMO_PASSWORD: z.string().min(1),
});

export type TenantSettings = Omit<z.infer<typeof variables>, 'TENANT_FAULTS'> & {
  TENANT_FAULTS: Partial<Faults>;
};

/**
 * The settings of the tenant's own process.
 *
 * @throws an error with a line for each wrong variable and never a value; also when this would be a production tenant.
 */
export function parseTenantSettings(environment: Record<string, string | undefined>): TenantSettings {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path: [name = ''], message }) => {
      const missing = present[String(name)] === undefined;
      return `  ${String(name)} ${missing ? 'is missing' : message}`;
    });
    throw new Error(
      `The embedded tenant does not start, because its settings are wrong:\n${lines.join('\n')}`,
    );
  }
  if (parsed.data.NODE_ENV === 'production' && parsed.data.STEWARD_DEMO !== '1') {
    throw new Error(
      'The embedded tenant does not start: it is for demos and tests, and NODE_ENV says production. ' +
        'Set STEWARD_DEMO=1 if this is a demo.',
    );
  }
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
