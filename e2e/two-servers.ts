import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startPostgres, type TestPostgres } from '#lib/testing/postgres.ts';
import { addressesOf, serverOf } from '../scripts/demo-servers.ts';
import { freePorts, type StartedProcess, startConsoleProcess, type Variables } from '../scripts/stack.ts';
import { Collector } from './collector.ts';
import { Stack } from './stack-fixture.ts';

interface Started {
  postgres: TestPostgres;
  collector: Collector;
  variables: Variables;
  started: StartedProcess;
}

/** Two consoles and one tenant on one PostgreSQL; the second one has a folder of hooks of its own. */
export class TwoServers {
  readonly stack: Stack;
  readonly databaseUrl: string;
  readonly first: string;
  readonly second: string;
  /** Where the second console sends its traces. */
  readonly collector: Collector;
  readonly #postgres: TestPostgres;
  readonly #variables: Variables;
  #process: StartedProcess;

  private constructor(stack: Stack, { postgres, collector, variables, started }: Started) {
    this.stack = stack;
    this.databaseUrl = `${variables.DATABASE_URL}`;
    this.first = stack.appUrl;
    this.second = `${variables.APP_BASE_URL}`;
    this.collector = collector;
    this.#postgres = postgres;
    this.#variables = variables;
    this.#process = started;
  }

  static async start(name: string): Promise<TwoServers> {
    const postgres = await startPostgres();
    const [port = 0] = await freePorts(1);
    const DATABASE_URL = await postgres.database('steward');
    const stack = await Stack.start(name, async (appUrl) => ({
      DATABASE_URL,
      ...addressesOf([{}, serverOf({ APP_BASE_URL: appUrl }, port)]),
    }));
    const hooksFolder = `${stack.hooksFolder}-of-second`;
    mkdirSync(hooksFolder, { recursive: true });
    cpSync(stack.hooksFolder, hooksFolder, { recursive: true });
    const collector = await Collector.start();
    const variables = {
      ...stack.variables,
      ...serverOf(stack.variables, port),
      HOOKS_DIR: hooksFolder,
      ...collector.variables,
    };
    const started = await startConsoleProcess(variables);
    return new TwoServers(stack, { postgres, collector, variables, started });
  }

  /** The second console's process. */
  get process(): StartedProcess {
    return this.#process;
  }

  /** Changes a file in the second console's folder of hooks. */
  writeHookOfSecond(name: string, text: string): void {
    writeFileSync(path.join(`${this.#variables.HOOKS_DIR}`, `${name}.js`), text);
  }

  /** Starts the second console again after it has ended. */
  async startSecond(): Promise<void> {
    this.#process = await startConsoleProcess(this.#variables);
  }

  async stop(): Promise<void> {
    await this.#process.stop();
    await this.stack.stop();
    this.collector.stop();
    await this.#postgres.stop();
  }
}
