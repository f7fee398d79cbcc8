export default {
  refusedByHook: 'Refused by your organisation’s rules ({hook}).',
  hookFailed: 'The {hook} hook failed.',
  saved: 'Saved',
  notSaved: 'Not saved',
  parts: '{title}: {parts}.',
  tryAgain: 'Try again',
  triesByItself: 'This page also tries by itself.',
  signOut: 'Sign out',
  tooMuchText: 'This is more text than can be saved at once. Nothing was sent.',
  consoleRenewed:
    'The console was renewed since you opened this page. Nothing was saved. Copy what you need and load the page again.',
  slow: 'The tenant is slow to answer.',
  slowDetail: 'What you asked for is on its way. Stay here: in a few seconds you read how it ended.',
  noAnswer:
    'The console did not answer. It is not known whether anything was saved: look before you try again.',
} as const;
