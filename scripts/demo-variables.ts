import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import type { Variables } from './stack.ts';

/** The one password of the demo's people, as the README gives it. */
export const demoPassword = 'Paper-Lantern-42';

/** Where the demo keeps its state, its settings and the embedded tenant's file. */
export interface DemoPlace {
  folder: string;
  port: number;
  tenantPort: number;
}

/**
 * The variables of a demo: those that a real deployment sets, and the demo's own. They stand in
 * `demo.env` in the folder and are made on first use, each secret at random.
 */
export function demoVariables({ folder, port, tenantPort }: DemoPlace): Variables {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'demo.env');
  const kept = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const secret = (name: string) => kept[name] ?? randomBytes(32).toString('hex');
  const variables = {
    APP_BASE_URL: `http://localhost:${port}`,
    PORT: `${port}`,
    SIGN_IN: 'auth0',
    AUTH0_DOMAIN: `localhost:${tenantPort}`,
    AUTH0_CLIENT_ID: 'steward-console',
    AUTH0_CLIENT_SECRET: secret('AUTH0_CLIENT_SECRET'),
    AUTH0_SECRET: secret('AUTH0_SECRET'),
    AUTH0_MANAGEMENT_CLIENT_ID: 'steward-management',
    AUTH0_MANAGEMENT_CLIENT_SECRET: secret('AUTH0_MANAGEMENT_CLIENT_SECRET'),
    STATE_DIR: path.join(folder, 'state'),
    STEWARD_DEMO: '1',
    DEMO_PASSWORD: demoPassword,
    TENANT_PORT: `${tenantPort}`,
    TENANT_FILE: path.join(folder, 'tenant.sqlite'),
    TENANT_CONTROL_SECRET: secret('TENANT_CONTROL_SECRET'),
    DEMO_DATABASE_PASSWORD: secret('DEMO_DATABASE_PASSWORD'),
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return variables;
}
