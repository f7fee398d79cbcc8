import type { Metadata } from 'next';
import { LonePage } from '#components/frame/lone-page.tsx';
import { SignInLink } from '#components/frame/sign-in-link.tsx';
import { TellOtherTabs } from '#components/frame/signed-in-again.tsx';
import { asManager } from '#lib/session.ts';
import { displayNameOf } from '#lib/users/display-name.ts';

export const metadata: Metadata = { title: 'Signed in' };

/** Where signing in beside an open form ends; the form is in the other tab. */
export default async function SignedInPage() {
  const name = await asManager(async (manager) => displayNameOf(manager.user));
  if (!name.ok) {
    return (
      <LonePage title="You are not signed in" action={<SignInLink>Sign in again</SignInLink>}>
        <p>{name.problem.message}</p>
      </LonePage>
    );
  }
  return (
    <LonePage title={`You are signed in as ${name.value}`}>
      <p>Close this tab. What you entered is still in the other one, where you can save it now.</p>
      <TellOtherTabs />
    </LonePage>
  );
}
