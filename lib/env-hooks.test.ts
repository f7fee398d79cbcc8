import { describe, expect, test } from 'vitest';
import { parseEnvironment } from '#lib/env.ts';

const settings = {
  APP_BASE_URL: 'https://console.example.com',
  AUTH0_DOMAIN: 'example.eu.auth0.com',
  AUTH0_CLIENT_ID: 'console',
  AUTH0_CLIENT_SECRET: 'console-secret',
  AUTH0_SECRET: 'x'.repeat(32),
  AUTH0_MANAGEMENT_CLIENT_ID: 'machine',
  AUTH0_MANAGEMENT_CLIENT_SECRET: 'machine-secret',
};

const originsIn = (HOOK_ORIGINS: string) => parseEnvironment({ ...settings, HOOK_ORIGINS }).HOOK_ORIGINS;

describe('HOOK_ORIGINS', () => {
  test('is empty unless it is set', () => {
    expect(parseEnvironment(settings).HOOK_ORIGINS).toEqual([]);
    expect(originsIn('')).toEqual([]);
  });

  test('holds origins apart by commas, as addresses write them', () => {
    expect(originsIn('https://hr.example.com, http://10.0.0.5:8080/,https://API.example.com:443')).toEqual([
      'https://hr.example.com',
      'http://10.0.0.5:8080',
      'https://api.example.com',
    ]);
  });

  test.each([
    'hr.example.com',
    'https://hr.example.com/people',
    '*',
    'ftp://hr.example.com',
    'https://kelly@hr.example.com',
  ])('that holds %s stops the start', (origin) => {
    expect(() => originsIn(`https://good.example.com,${origin}`)).toThrow(
      'HOOK_ORIGINS must hold origins apart by commas',
    );
  });
});
