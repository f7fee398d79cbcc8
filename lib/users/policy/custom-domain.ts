import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { type Words, words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { hookContext } from './hook-context.ts';
import type { Policy } from './policy.ts';
import { runPolicyHook } from './run-policy-hook.ts';

/** What the tenant is about to send a mail for. */
export type CustomDomainMethod = 'create' | 'password-reset' | 'verify-email';

/** At least two labels of letters, digits and hyphens, as in the DNS, and no more than 253 characters. */
const domainName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/i;

/**
 * The domain under which the tenant's mail speaks in one call, as the customDomain hook says; `undefined` leaves
 * it to the tenant's default.
 * @param originalUser the user as read for this request; absent on create
 * @throws AppError 'refused-by-hook', 'hook-failed' also for an answer that names no domain
 */
export async function customDomainFor(
  manager: Manager,
  policy: Policy,
  method: CustomDomainMethod,
  payload: JsonObject,
  originalUser?: JsonObject,
): Promise<string | undefined> {
  const { customDomain: hook } = policy.hooks;
  if (!hook) return undefined;
  const request: JsonObject = originalUser === undefined ? {} : { originalUser };
  return domainIn(await runPolicyHook(hook, hookContext(manager, { method, payload, request })));
}

function domainIn(answer: Json | undefined): string | undefined {
  if (answer === undefined || answer === null) return undefined;
  if (!isJsonObject(answer)) {
    throw unusable(
      words(
        'The customDomain hook’s answer is not an object. Nothing was changed and no mail was sent. Tell an administrator.',
      ),
    );
  }
  const { customDomain, useCanonicalDomain } = answer;
  if (useCanonicalDomain === true) return canonicalDomain();
  if (customDomain === undefined || customDomain === null) return undefined;
  if (typeof customDomain !== 'string' || !domainName.test(customDomain)) {
    throw unusable(
      words(
        'The customDomain hook’s answer holds a “customDomain” that is no domain name, such as login.example.com. Nothing was changed and no mail was sent. Tell an administrator.',
      ),
    );
  }
  return customDomain.toLowerCase();
}

/** The tenant's own domain is the one at which the Management API answers. */
function canonicalDomain(): string {
  return new URL(env().managementOrigin).host;
}

function unusable(sentence: Words): AppError {
  return new AppError('hook-failed', sentence, { hook: 'customDomain' });
}
