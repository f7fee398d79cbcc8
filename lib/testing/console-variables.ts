/** Sets the variables that `lib/env.ts` reads; to be called before anything asks for a setting, once in a test file. */
export function setConsoleVariables(more: Record<string, string> = {}): void {
  Object.assign(process.env, {
    APP_BASE_URL: 'https://console.example.com',
    AUTH0_DOMAIN: 'example.eu.auth0.com',
    AUTH0_SECRET: 'a secret of at least thirty-two characters',
    AUTH0_CLIENT_ID: 'console',
    AUTH0_CLIENT_SECRET: 'console-secret',
    AUTH0_MANAGEMENT_CLIENT_ID: 'machine',
    AUTH0_MANAGEMENT_CLIENT_SECRET: 'machine-secret',
    ...more,
  });
}
