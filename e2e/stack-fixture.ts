import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Json, JsonObject } from '#lib/json.ts';
import { startPostgres, type TestPostgres } from '#lib/testing/postgres.ts';
import { demoVariables } from '../scripts/demo-variables.ts';
import {
  freePorts,
  projectFolder,
  type StartedProcess,
  startConsoleProcess,
  startTenantProcess,
  type Variables,
} from '../scripts/stack.ts';

/** One console and one embedded tenant of their own, for the tests of one worker. */
export class Stack {
  readonly appUrl: string;
  readonly tenantUrl: string;
  readonly hooksFolder: string;
  readonly password: string;
  readonly variables: Variables;
  readonly #processes: StartedProcess[] = [];
  #postgres: TestPostgres | undefined;

  private constructor(variables: Variables, hooksFolder: string) {
    this.variables = variables;
    this.appUrl = `http://localhost:${variables.PORT}`;
    this.tenantUrl = `http://localhost:${variables.TENANT_PORT}`;
    this.password = `${variables.DEMO_PASSWORD}`;
    this.hooksFolder = hooksFolder;
  }

  /** @param more further variables, or how to get them once the console’s address is known */
  static async start(
    name: string,
    more: Variables | ((appUrl: string) => Promise<Variables>) = {},
  ): Promise<Stack> {
    const folder = path.join(projectFolder, '.steward', `e2e-${name}`);
    rmSync(folder, { recursive: true, force: true });
    const hooksFolder = path.join(folder, 'hooks');
    mkdirSync(hooksFolder, { recursive: true });
    const [port = 0, tenantPort = 0] = await freePorts(2);
    const { TENANT_FILE: _, ...variables } = demoVariables({ folder, port, tenantPort });
    const extra = typeof more === 'function' ? await more(`${variables.APP_BASE_URL}`) : more;
    const own = { HOOKS_DIR: hooksFolder, STYLE_ORIGINS: 'https://styles.example' };
    const stack = new Stack({ ...variables, ...own, ...extra }, hooksFolder);
    if (process.env.TEST_STATE === 'postgres') await stack.#keepStateOnServer();
    stack.restoreHooks();
    stack.#processes.push(await startTenantProcess(stack.variables));
    stack.#processes.push(await startConsoleProcess(stack.variables));
    return stack;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#processes.map((started) => started.stop()));
    await this.#postgres?.stop();
  }

  /** Gives the console a PostgreSQL in place of its folder, unless its test has given it one. */
  async #keepStateOnServer(): Promise<void> {
    if (this.variables.DATABASE_URL) return;
    this.#postgres = await startPostgres();
    this.variables.DATABASE_URL = await this.#postgres.database('steward');
  }

  /** What the console has printed lately; a test searches it for secrets. */
  consoleOutput(): string {
    return this.#processes[1]?.output() ?? '';
  }

  /** The variables of another console beside this one; its own data lie elsewhere, because no two share a folder. */
  besides(more: Variables): Variables {
    const stateFolder = path.join(path.dirname(this.hooksFolder), `state-${more.PORT}`);
    return { ...this.variables, STATE_DIR: stateFolder, ...more };
  }

  /** Replaces one hook until the test ends. */
  writeHook(name: string, text: string): void {
    writeFileSync(path.join(this.hooksFolder, `${name}.js`), text);
  }

  removeHook(name: string): void {
    rmSync(path.join(this.hooksFolder, `${name}.js`), { force: true });
  }

  /** Puts the project's own hooks back. */
  restoreHooks(): void {
    for (const file of readdirSync(this.hooksFolder)) rmSync(path.join(this.hooksFolder, file));
    const own = path.join(projectFolder, 'hooks');
    for (const file of readdirSync(own).filter((candidate) => /^[a-zA-Z]+\.js$/.test(candidate))) {
      cpSync(path.join(own, file), path.join(this.hooksFolder, file));
    }
  }

  /** Calls the tenant's control endpoint, which only test and demo know. */
  async control(method: string, endpoint: string, body?: Json | JsonObject): Promise<Json> {
    const address = new URL(`/_control${endpoint}`, this.tenantUrl);
    if (address.hostname !== 'localhost') throw new Error('Tests run against a tenant on this machine only.');
    const answer = await fetch(address, {
      method,
      headers: {
        authorization: `Bearer ${this.variables.TENANT_CONTROL_SECRET}`,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok)
      throw new Error(`${method} ${address.pathname} answered ${answer.status}: ${await answer.text()}`);
    const text = await answer.text();
    return text === '' ? null : (JSON.parse(text) as Json);
  }

  /** What the tenant itself says, past the console: a GET of the Management API. */
  read(endpoint: string): Promise<Json> {
    return this.api('GET', endpoint);
  }

  /** Calls the Management API past the console. */
  async api(method: string, endpoint: string, body?: JsonObject): Promise<Json> {
    const token = await fetch(`${this.tenantUrl}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_id: this.variables.AUTH0_MANAGEMENT_CLIENT_ID,
        client_secret: this.variables.AUTH0_MANAGEMENT_CLIENT_SECRET,
        audience: `${this.tenantUrl}/api/v2/`,
      }),
    });
    const { access_token: accessToken } = (await token.json()) as { access_token: string };
    const answer = await fetch(`${this.tenantUrl}/api/v2${endpoint}`, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${endpoint} answered ${answer.status}: ${text}`);
    return text === '' ? null : (JSON.parse(text) as Json);
  }

  /** The users with this address, as the tenant has them now. */
  async usersByEmail(email: string): Promise<JsonObject[]> {
    return (await this.read(`/users-by-email?${new URLSearchParams({ email })}`)) as JsonObject[];
  }
}
