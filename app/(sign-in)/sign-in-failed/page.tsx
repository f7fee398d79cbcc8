import type { Metadata } from 'next';
import { LonePage } from '#components/frame/lone-page.tsx';
import { SignInLink } from '#components/frame/sign-in-link.tsx';

export const metadata: Metadata = { title: 'Sign-in failed' };

/** A sentence for each reason; none repeats what an address says. */
const reasons = {
  refused: 'It was cancelled or refused where you sign in. If you did not cancel it, ask your administrator.',
  expired: 'It took too long, or was begun in another browser. Nothing is wrong with your account.',
  unavailable: 'The place where you sign in does not answer. Try again in a moment.',
  failed: 'What came back could not be trusted. An administrator finds the reason in the server’s log.',
};

export default async function SignInFailedPage({ searchParams }: PageProps<'/sign-in-failed'>) {
  const { why, returnTo } = await searchParams;
  const reason = Object.entries(reasons).find(([name]) => name === why)?.[1] ?? reasons.failed;
  return (
    <LonePage
      title="You are not signed in"
      action={<SignInLink returnTo={typeof returnTo === 'string' ? returnTo : '/'}>Sign in again</SignInLink>}
    >
      <p>The sign-in came to nothing. {reason}</p>
    </LonePage>
  );
}
