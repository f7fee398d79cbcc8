export default {
  notFound: 'Not found',
  noSuchUser: 'There is no such user, or it is not one of yours',
  noSuchUserWhy: 'The link may be old, or the user may have moved to somebody else’s care.',
  seeYourUsers: 'See your users',
  noSuchPage: 'There is no such page',
  noSuchPageWhy: 'The address may be mistyped or out of date.',
  goToYourUsers: 'Go to your users',
  pageFailed: 'This page failed',
  pageFailedWhy: 'The console could not show this page because of a fault of its own.',
  pageFailedAdvice:
    'Looking at a page changes nothing, so nothing was lost. If it fails again, tell an administrator the id.',
  tryAgain: 'Try again',
  signInFailed: 'Sign-in failed',
  youAreNotSignedIn: 'You are not signed in',
  signInAgain: 'Sign in again',
  signInCameToNothing: 'The sign-in came to nothing. {reason}',
  signInReason: {
    refused:
      'It was cancelled or refused where you sign in. If you did not cancel it, ask your administrator.',
    expired: 'It took too long, or was begun in another browser. Nothing is wrong with your account.',
    unavailable: 'The place where you sign in does not answer. Try again in a moment.',
    failed: 'What came back could not be trusted. An administrator finds the reason in the server’s log.',
  },
  signedIn: 'Signed in',
  signedInAs: 'You are signed in as {name}',
  closeThisTab: 'Close this tab. What you entered is still in the other one, where you can save it now.',
  signedOut: 'Signed out',
  youAreSignedOut: 'You are signed out',
  signIn: 'Sign in',
  nobodySeesAnything: 'Nobody can see or change anything here until somebody signs in.',
  stillSignedInElsewhere:
    'Where you signed in, you may still be signed in. On a computer that others use, sign out there too.',
} as const;
