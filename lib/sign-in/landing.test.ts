import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { setConsoleVariables } from '#lib/testing/console-variables.ts';

setConsoleVariables();
const { leadHome, rememberLanding } = await import('./landing.ts');

function homeWith(cookie: string) {
  const request = new NextRequest('https://console.example.com/', { headers: { cookie } });
  const { headers } = leadHome(request);
  return { location: headers.get('location'), cookies: headers.getSetCookie() };
}

test('home is the list of users, and for somebody who has just signed out where sign-out lands, once', () => {
  expect(homeWith('')).toEqual({ location: 'https://console.example.com/users', cookies: [] });
  const header = rememberLanding('https://intranet.example.com/bye?from=steward');
  expect(header).toMatch(/^__Host-steward-landing=.*; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/);
  const home = homeWith(header.split(';')[0] ?? '');
  expect(home.location).toBe('https://intranet.example.com/bye?from=steward');
  expect(home.cookies).toEqual([expect.stringMatching(/^__Host-steward-landing=; .*Max-Age=0/)]);
});

test('nobody but the console says where sign-out lands', () => {
  const [pair = ''] = rememberLanding('https://intranet.example.com/').split(';');
  const [name, value = ''] = pair.split('=');
  const [, seal] = value.split('.');
  const evil = Buffer.from('https://evil.example/').toString('base64url');
  for (const forged of [evil, `${evil}.`, `${evil}.${seal}`, `${evil}.${'A'.repeat(43)}`, '', '.']) {
    expect(homeWith(`${name}=${forged}`).location, forged).toBe('https://console.example.com/users');
  }
});
