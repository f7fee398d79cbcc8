import type { NextRequest } from 'next/server';
import type { JsonObject } from '#lib/json.ts';

/** Who signed in, in the same shape whichever library did it. */
export interface SignedIn {
  /** Names the session from one sign-in to its end; whoever knows it can do nothing with it. */
  sessionId: string;
  person: PersonSignedIn;
  /** What the sign-in says of the person beyond that, without any token. */
  claims: JsonObject;
  /** Where the person signed in: `login.example.com`. */
  at: string;
}

/** How the person is to be found in the tenant. */
export type PersonSignedIn =
  | { by: 'user-id'; userId: string }
  | { by: 'email'; email: string; isVerified: boolean };

/** What a sign-in library does for the console; each library has one file that makes this of it. */
export interface SignInLibrary {
  /** Where the provider sends people back to. */
  readonly callbackPath: string;
  /** Who signed in, by the session cookie alone; `undefined` without a valid one. */
  signedIn(): Promise<SignedIn | undefined>;
  /** Leads to the provider, and from there back to `returnTo`. */
  begin(request: NextRequest, returnTo: string): Promise<Response>;
  /** Takes the provider's answer, keeps the session and leads to where the person wanted to go. */
  finish(request: NextRequest): Promise<Response>;
  /** Ends the session here, and leads to the provider's own sign-out where it has one, else home. */
  end(request: NextRequest): Promise<{ response: Response; isEndedAtProvider: boolean }>;
  /** Prolongs the session of an active person; the headers carry the renewed cookie. */
  renew(request: NextRequest): Promise<Headers>;
}
