import type { Page } from '@playwright/test';
import { type Issuer, startIssuer } from '#lib/testing/issuer/start-issuer.ts';
import { Stack } from './stack-fixture.ts';
import { test as base } from './test.ts';

interface CompanyFixtures {
  company: { stack: Stack; issuer: Issuer };
}

/** The console with people who sign in at their company, whose provider is not the tenant. */
export const test = base.extend<object, CompanyFixtures>({
  company: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern here.
    async ({}, use, info) => {
      const clientId = 'steward-at-the-company';
      const clientSecret = 'secret-of-steward-at-the-company';
      const started: Issuer[] = [];
      const stack = await Stack.start(`oidc-${info.parallelIndex}`, async (appUrl) => {
        const issuer = await startIssuer({ port: 0, clientId, clientSecret, appOrigins: [appUrl] });
        started.push(issuer);
        return {
          SIGN_IN: 'oidc',
          OIDC_ISSUER: issuer.url,
          OIDC_CLIENT_ID: clientId,
          OIDC_CLIENT_SECRET: clientSecret,
        };
      });
      for (const issuer of started) await use({ stack, issuer });
      await stack.stop();
      await Promise.all(started.map((issuer) => issuer.close()));
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  stack: [async ({ company }, use) => use(company.stack), { scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern here.
  signInPerson: [async ({}, use) => use(signInAtCompany), { scope: 'worker' }],
});

export { expect } from './test.ts';

/** Picks a person on the company’s sign-in page. */
export async function pickPerson(page: Page, person: string): Promise<void> {
  await page.getByRole('heading', { name: 'Company sign-in' }).waitFor();
  await page.getByRole('button', { name: `(${person})`, exact: false }).click();
}

/** Asks for the list of users and signs in at the company. */
export async function signInAtCompany(page: Page, person: string): Promise<void> {
  await page.goto('/users');
  await pickPerson(page, person);
  await page.waitForURL('**/users');
}
