import type { HookName } from '#lib/hook-runner/hook.ts';

/** What each hook decides, and what holds where there is none. */
export const hookWords: Record<HookName, { decides: string; without: string }> = {
  access: {
    decides: 'Who may do what to which user',
    without:
      'Without it users are reachable as far as the filter reaches; without both for administrators alone.',
  },
  filter: {
    decides: 'Which users a manager’s lists hold',
    without: 'Without it lists are narrowed by the access hook alone.',
  },
  write: {
    decides: 'What the tenant receives when a user is created or changed',
    without: 'Without it the fields of the form are sent as they are.',
  },
  memberships: {
    decides: 'Which memberships there are to choose from',
    without: 'Without it there is nothing to choose from, and the form has no picker.',
  },
  settings: {
    decides: 'Titles, connections and the fields of the forms',
    without: 'Without it there are the built-in fields, and every connection can be used.',
  },
  customDomain: {
    decides: 'The domain in the mails that the tenant sends',
    without: 'Without it the tenant’s own domain is used.',
  },
};
