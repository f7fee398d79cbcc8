import type { EventTable } from './log-event.ts';

/** Second factors: setting them up, using and removing them. */
export const multifactorEvents: EventTable = {
  gd_auth_succeed: ['done', 'Second factor accepted'],
  gd_recovery_succeed: ['done', 'Recovery code accepted'],
  gd_enrollment_complete: ['done', 'Second factor set up'],
  gd_unenroll: ['done', 'Second factor removed'],
  gd_update_device_account: ['done', 'Second factor changed'],
  gd_user_delete: ['done', 'Second factors removed with their user'],
  my_account_authentication_method_succeeded: ['done', 'Sign-in methods changed by the user'],
  mfar: ['note', 'Second factor required'],
  gd_start_auth: ['note', 'Second factor asked for'],
  gd_start_enroll: ['note', 'Setting up a second factor begun'],
  gd_send_pn: ['note', 'Push notification for the second factor sent'],
  gd_send_sms: ['note', 'Text message for the second factor sent'],
  gd_send_voice: ['note', 'Voice call for the second factor made'],
  gd_send_email: ['note', 'E-mail for the second factor sent'],
  gd_module_switch: ['note', 'Second factor switched on or off for the tenant'],
  gd_tenant_update: ['note', 'Settings of the second factors changed'],
  gd_auth_failed: ['failed', 'Second factor failed'],
  gd_auth_rejected: ['failed', 'Second factor rejected by the user'],
  gd_recovery_failed: ['failed', 'Recovery code failed'],
  gd_start_enroll_failed: ['failed', 'Setting up a second factor failed'],
  gd_send_pn_failure: ['failed', 'Push notification for the second factor could not be sent'],
  gd_send_sms_failure: ['failed', 'Text message for the second factor could not be sent'],
  gd_send_voice_failure: ['failed', 'Voice call for the second factor could not be made'],
  gd_webauthn_challenge_failed: ['failed', 'Security key failed in the browser'],
  gd_webauthn_enrollment_failed: ['failed', 'Setting up a security key failed in the browser'],
  gd_otp_rate_limit_exceed: ['failed', 'Too many wrong codes for the second factor'],
  gd_recovery_rate_limit_exceed: ['failed', 'Too many wrong recovery codes'],
  too_many_records: ['failed', 'Too many second factors for one user'],
  my_account_authentication_method_failed: [
    'failed',
    'Changing sign-in methods failed in the user’s own account',
  ],
};

/** Blocks, limits that people run into, and leaked passwords. */
export const blockEvents: EventTable = {
  limit_wc: ['failed', 'Blocked after too many wrong passwords'],
  limit_mu: ['failed', 'IP address blocked after too many failed attempts'],
  limit_sul: ['failed', 'Blocked after signing in too often'],
  limit_delegation: ['failed', 'Too many calls for delegation'],
  limit_ui: ['failed', 'Too many calls for the user’s profile'],
  limit_phone: ['failed', 'Too many text messages or voice calls'],
  pwd_leak: ['failed', 'Sign-in with a leaked password'],
  signup_pwd_leak: ['failed', 'Sign-up with a leaked password'],
  reset_pwd_leak: ['failed', 'Password change to a leaked password'],
  ublkdu: ['done', 'Block lifted'],
  acls_summary: ['note', 'Requests stopped by network rules, in sum'],
};

/** Codes, links and notifications that were sent. */
export const messageEvents: EventTable = {
  cs: ['note', 'Sign-in code sent'],
  cls: ['note', 'Sign-in code or link sent'],
  fn: ['failed', 'Notification could not be sent'],
  wn: ['note', 'Warning while sending a notification'],
};
