import type { Metadata } from 'next';
import { LonePage } from '#components/frame/lone-page.tsx';
import { SignInLink } from '#components/frame/sign-in-link.tsx';

export const metadata: Metadata = { title: 'Signed out' };

export default async function SignedOutPage({ searchParams }: PageProps<'/signed-out'>) {
  const isOpenAtProvider = (await searchParams).provider === 'open';
  return (
    <LonePage title="You are signed out" action={<SignInLink>Sign in</SignInLink>}>
      <p>Nobody can see or change anything here until somebody signs in.</p>
      {isOpenAtProvider ? (
        <p>
          Where you signed in, you may still be signed in. On a computer that others use, sign out there too.
        </p>
      ) : null}
    </LonePage>
  );
}
