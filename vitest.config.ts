import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Tests that run once more with the state in a folder: of records and of every kind of verb. Those of the state
 * itself try a folder and a server by themselves.
 */
const filesOnBoth = [
  'lib/audit/secrets.test.ts',
  'lib/resolve-attempts.test.ts',
  'lib/users/{recorded,recorded-looks,recorded-troubles,update-user,user-actions}.test.ts',
  'lib/users/{hooks/publish-hook,records/export-records,records/records,restore/restore-user,undo/undo-record}.test.ts',
];

const common = {
  environment: 'node' as const,
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  resolve: {
    alias: { 'server-only': fileURLToPath(new URL('./lib/testing/server-only.ts', import.meta.url)) },
  },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...common,
          // The state is in a PostgreSQL of the run's own, or with TEST_STATE=folder in folders.
          name: 'all',
          include: ['{lib,hooks,scripts,components,app,messages}/**/*.test.{ts,tsx}'],
          globalSetup: './lib/testing/global-postgres.ts',
        },
      },
      {
        extends: true,
        test: { ...common, name: 'folder', include: filesOnBoth, env: { TEST_STATE: 'folder' } },
      },
    ],
  },
});
