import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect, unstable_rethrow } from 'next/navigation';
import { cache } from 'react';
import { requesterFrom, withRequester } from '#lib/audit/requester.ts';
import { withTimeLimit } from '#lib/auth0/time-limit.ts';
import { env } from '#lib/env.ts';
import { AppError, type Problem, toProblem } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { requestIdFrom, requestIdHeader, withRequestId } from '#lib/request-id.ts';
import { requestedLanguages, requestLanguage } from '#lib/request-language.ts';
import { requestedPathHeader } from '#lib/requested-path.ts';
import { userWhoSignedIn } from '#lib/session-user.ts';
import { whoSignedIn } from '#lib/sign-in/sign-in.ts';
import { isSessionEnded, noteSessionEnd } from '#lib/state/ended-sessions.ts';
import { type Manager, managerOf } from '#lib/users/manager.ts';
import { signOutAddress } from '#lib/users/policy/sign-out-address.ts';
import { withTranslatedErrors } from '#lib/users/policy/translated-errors.ts';
import { inLanguage } from '#lib/words.ts';

/**
 * Who signed in, unless that session has been ended since, on whichever server: a copy of its cookie, or one that a
 * request on its way at sign-out brought back, counts no more.
 */
const liveSession = cache(async () => {
  const signedIn = await whoSignedIn();
  if (!signedIn) return undefined;
  try {
    return (await isSessionEnded(signedIn.sessionId)) ? undefined : signedIn;
  } catch (cause) {
    throw new AppError('state-unavailable', undefined, { cause });
  }
});

/**
 * The person signed in, with profile, roles and department read from the tenant for this request (one
 * request, one read), or `undefined` when nobody is signed in. A user who is gone or blocked is nobody.
 */
export const currentManager = cache(async (): Promise<Manager | undefined> => {
  const signedIn = await liveSession();
  if (!signedIn) return undefined;
  const { user, tenantRoles } = await userWhoSignedIn(signedIn);
  // Whatever the provider calls the person, to hooks `sub` is the tenant’s own id.
  const claims = { ...signedIn.claims, sub: user.user_id };
  return managerOf(user, claims, await requestedLanguages(), tenantRoles);
});

/** Whether somebody has a session here; who it is, and what they may, is for the others to say. */
export async function isSignedIn(): Promise<boolean> {
  return (await liveSession()) !== undefined;
}

/** The manager who asks, or the error 'not-signed-in'. */
export async function requireManager(): Promise<Manager> {
  const manager = await currentManager();
  if (!manager) throw new AppError('not-signed-in');
  return manager;
}

/** `recordId`: of the record of what was done, where there is one. */
export type Outcome<T> = { ok: true; value: T; recordId?: string } | { ok: false; problem: Problem };

/**
 * The one way in which a page gets data: identifies the manager and runs a verb as that manager. Nobody
 * signed in leads to the sign-in, 'not-found' to the 404 page; every other failure is a value to show.
 */
export async function asManager<T>(run: (manager: Manager) => Promise<T>): Promise<Outcome<T>> {
  const outcome = await attempt(() =>
    withTimeLimit(async () => {
      const manager = await requireManager();
      return withTranslatedErrors(manager, () => run(manager));
    }),
  );
  if (outcome.ok) return outcome;
  if (outcome.problem.code === 'not-signed-in') return goToSignIn();
  if (outcome.problem.code === 'not-found') notFound();
  return outcome;
}

/**
 * Runs something as a part of the request and in its language, and turns what it throws into a problem to show; the
 * framework’s own signals pass through.
 */
export async function attempt<T>(run: () => Promise<T>): Promise<Outcome<T>> {
  const language = await requestLanguage();
  return asPartOfRequest(() =>
    inLanguage(language, async (): Promise<Outcome<T>> => {
      try {
        return { ok: true, value: await run() };
      } catch (error) {
        unstable_rethrow(error);
        return { ok: false, problem: toProblem(error) };
      }
    }),
  );
}

/** What is logged and recorded meanwhile names the request and from where it came. */
async function asPartOfRequest<T>(run: () => Promise<T>): Promise<T> {
  const requester = requesterFrom(await headers(), env().TRUSTED_PROXIES);
  return withRequestId(await requestId(), () => withRequester(requester, run));
}

/** One for all parts of a page. */
const requestId = cache(async () => requestIdFrom((await headers()).get(requestIdHeader)));

/** Leads to the sign-in and from there back to the page asked for. */
export async function goToSignIn(): Promise<never> {
  const returnTo = (await headers()).get(requestedPathHeader) ?? '/';
  redirect(`/auth/login?${new URLSearchParams({ returnTo })}`);
}

/**
 * Ends the session on all servers. Nothing that fails here keeps anybody from signing out.
 * @returns where the tenant’s settings hook wants this person’s sign-out to lead, if it says so
 */
export async function endSession(): Promise<string | undefined> {
  const outcome = await attempt(() =>
    withTimeLimit(async () => {
      const manager = await currentManager();
      return manager && signOutAddress(manager);
    }),
  );
  await noteEnd().catch((error) =>
    log('error', 'A session was ended in its browser alone: copies of its cookie still count.', { error }),
  );
  return outcome.ok ? outcome.value : undefined;
}

async function noteEnd(): Promise<void> {
  const signedIn = await whoSignedIn();
  if (signedIn) await noteSessionEnd(signedIn.sessionId, env().SESSION_MAX_SECONDS);
}
