import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { demoVariables } from './demo-variables.ts';
import { nextCommand, projectFolder, startTenantProcess } from './stack.ts';

// For developing: the embedded tenant, and the console with hot reload in front of it.
const variables = demoVariables({
  folder: path.join(projectFolder, '.steward'),
  port: Number(process.env.PORT || 3000),
  tenantPort: Number(process.env.TENANT_PORT || 4400),
});
const tenant = await startTenantProcess(variables);
const server = spawn(process.execPath, [nextCommand, 'dev', '-H', 'localhost', '-p', `${variables.PORT}`], {
  cwd: projectFolder,
  stdio: 'inherit',
  env: { ...process.env, ...variables, NEXT_TELEMETRY_DISABLED: '1' },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
await once(server, 'exit');
await tenant.stop();
