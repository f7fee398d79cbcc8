import { allEndpoints } from './management/all-endpoints.ts';
import { demoPeople } from './seed/demo-people.ts';
import { seedDemo } from './seed/seed-demo.ts';
import { demoClients } from './server/demo-clients.ts';
import { parseTenantSettings } from './server/settings.ts';
import { startTenant } from './start-tenant.ts';

/** The embedded tenant as a process of its own, set by its environment; SIGTERM and SIGINT end it cleanly. */
async function main(): Promise<void> {
  const settings = parseTenantSettings(process.env);
  const tenant = await startTenant({
    port: settings.TENANT_PORT,
    file: settings.TENANT_FILE,
    title: settings.TENANT_TITLE,
    clients: demoClients(settings, allEndpoints),
    demoPeople,
    demoPassword: settings.DEMO_PASSWORD,
    controlSecret: settings.TENANT_CONTROL_SECRET,
    faults: settings.TENANT_FAULTS,
    seed: (started) =>
      seedDemo(started, {
        users: settings.TENANT_USERS,
        password: settings.DEMO_PASSWORD,
        clientId: settings.AUTH0_CLIENT_ID,
      }),
  });
  console.log(`Embedded tenant listening at ${tenant.url}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      tenant.close().then(() => process.exit(0), fail);
    });
  }
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

main().catch(fail);
