import { describe, expect, test } from 'vitest';
import { parseEnvironment } from '#lib/env.ts';

const settings = {
  APP_BASE_URL: 'https://console.example.com',
  AUTH0_DOMAIN: 'example.eu.auth0.com',
  AUTH0_SECRET: 'x'.repeat(32),
  AUTH0_CLIENT_ID: 'console',
  AUTH0_CLIENT_SECRET: 'console-secret',
  AUTH0_MANAGEMENT_CLIENT_ID: 'machine',
  AUTH0_MANAGEMENT_CLIENT_SECRET: 'machine-secret',
};
const AUDIT_WEBHOOK_SECRET = 'a-secret-of-the-tests-with-32-characters';

describe('where records go', () => {
  test.each([
    { AUDIT_WEBHOOK_URL: 'https://siem.example.com/in', AUDIT_WEBHOOK_SECRET },
    { AUDIT_WEBHOOK_URL: 'http://127.0.0.1:9000/in', AUDIT_WEBHOOK_SECRET },
    { AUDIT_FILE: '/var/log/steward.jsonl' },
    {},
  ])('may be told as %o', (more) => {
    expect(parseEnvironment({ ...settings, ...more })).toMatchObject(more);
  });

  test.each([
    [
      { AUDIT_WEBHOOK_URL: 'http://siem.example.com/in', AUDIT_WEBHOOK_SECRET },
      /AUDIT_WEBHOOK_URL must use https/,
    ],
    [
      { AUDIT_WEBHOOK_URL: 'https://me:word@siem.example.com', AUDIT_WEBHOOK_SECRET },
      /no name and no password/,
    ],
    [{ AUDIT_WEBHOOK_URL: 'https://siem.example.com' }, /AUDIT_WEBHOOK_SECRET is missing/],
    [
      { AUDIT_WEBHOOK_URL: 'https://siem.example.com', AUDIT_WEBHOOK_SECRET: 'short-one' },
      /at least 32 characters/,
    ],
    [{ AUDIT_WEBHOOK_SECRET }, /AUDIT_WEBHOOK_URL is missing/],
  ])('stops the start when %o', (more, sentence) => {
    const start = () => parseEnvironment({ ...settings, ...more });
    expect(start).toThrow(sentence);
    expect(start).not.toThrow(/a-secret-of|short-one|me:word/);
  });
});
