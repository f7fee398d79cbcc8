import type { EventTable } from './log-event.ts';

/**
 * Signing in and out.
 * Source of these tables' codes: https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes and
 * https://github.com/auth0/auth0-log-schemas; the names are ours.
 */
export const signInEvents: EventTable = {
  s: ['done', 'Signed in'],
  ssa: ['done', 'Signed in silently'],
  scoa: ['done', 'Signed in from another origin'],
  sens: ['done', 'Signed in with a native social account'],
  sdel: ['done', 'Signed in on somebody’s behalf'],
  sdelsa: ['done', 'Signed in silently on somebody’s behalf'],
  slo: ['done', 'Signed out'],
  oidc_backchannel_logout_succeeded: ['done', 'Signed out of an application by the back channel'],
  universal_logout_succeeded: ['done', 'Signed out everywhere'],
  f: ['failed', 'Sign-in failed'],
  fp: ['failed', 'Sign-in failed: wrong password'],
  fu: ['failed', 'Sign-in failed: unknown e-mail address or username'],
  fc: ['failed', 'Sign-in failed at the directory connector'],
  fco: ['failed', 'Sign-in failed: origin not allowed'],
  fcoa: ['failed', 'Sign-in from another origin failed'],
  fsa: ['failed', 'Silent sign-in failed'],
  fens: ['failed', 'Sign-in with a native social account failed'],
  fdelsa: ['failed', 'Silent sign-in on somebody’s behalf failed'],
  flo: ['failed', 'Sign-out failed'],
  federated_logout_failed: ['failed', 'Sign-out at the identity provider failed'],
  oidc_backchannel_logout_failed: ['failed', 'Sign-out of an application by the back channel failed'],
  universal_logout_failed: ['failed', 'Sign-out everywhere failed'],
  passkey_challenge_started: ['note', 'Passkey asked for'],
  passkey_challenge_failed: ['failed', 'Sign-in with a passkey failed'],
  pla: ['note', 'Sign-in assessed for bots'],
  w: ['note', 'Warning during sign-in'],
  rich_consents_access_error: ['failed', 'Details of a consent could not be read'],
};

/** Passwords, e-mail addresses, usernames and telephone numbers. */
export const credentialEvents: EventTable = {
  scp: ['done', 'Password changed'],
  scpr: ['done', 'Password change asked for'],
  scph: ['done', 'Hook after a password change ran'],
  sce: ['done', 'E-mail address changed'],
  scu: ['done', 'Username changed'],
  scpn: ['done', 'Telephone number changed'],
  sv: ['done', 'E-mail address verified'],
  svr: ['done', 'Verification e-mail asked for'],
  scv: ['done', 'Password checked'],
  gd_auth_email_verification: ['done', 'E-mail address confirmed by code'],
  gd_send_email_verification: ['note', 'Code to confirm the e-mail address sent'],
  fcp: ['failed', 'Password change failed'],
  fcpr: ['failed', 'Asking for a password change failed'],
  fcph: ['failed', 'Hook after a password change failed'],
  fce: ['failed', 'E-mail address change failed'],
  fcu: ['failed', 'Username change failed'],
  fcpn: ['failed', 'Telephone number change failed'],
  fv: ['failed', 'E-mail verification failed'],
  fvr: ['failed', 'Asking for a verification e-mail failed'],
  gd_auth_fail_email_verification: ['failed', 'Confirming the e-mail address by code failed'],
  gd_send_email_verification_failure: ['failed', 'Code to confirm the e-mail address could not be sent'],
  passkey_register_started: ['note', 'Setting up a passkey begun'],
  passkey_register_failed: ['failed', 'Setting up a passkey failed'],
};

/** Users coming, going and being linked. */
export const profileEvents: EventTable = {
  ss: ['done', 'Signed up'],
  si: ['done', 'Invitation accepted'],
  sdu: ['done', 'User deleted'],
  du: ['done', 'User deleted by themselves'],
  sui: ['done', 'Users imported'],
  sscim: ['done', 'User changed by SCIM'],
  organization_member_added: ['done', 'Added to an organization'],
  connected_accounts_connection_succeeded: ['done', 'Outside account connected'],
  connected_accounts_delete_succeeded: ['done', 'Outside account disconnected'],
  directory_sync_started: ['note', 'Directory synchronisation begun'],
  directory_sync_completed: ['done', 'Directory synchronised'],
  fs: ['failed', 'Sign-up failed'],
  fpurh: ['failed', 'Hook after a sign-up failed'],
  fi: ['failed', 'Accepting an invitation failed'],
  fdu: ['failed', 'Deleting a user failed'],
  fui: ['failed', 'Importing users failed'],
  fscim: ['failed', 'Changing a user by SCIM failed'],
  connected_accounts_connection_failed: ['failed', 'Connecting an outside account failed'],
  connected_accounts_delete_failed: ['failed', 'Disconnecting an outside account failed'],
  directory_sync_failed: ['failed', 'Directory synchronisation failed'],
  wum: ['note', 'Warning while managing users'],
};
