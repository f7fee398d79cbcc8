import type { JsonObject } from '#lib/json.ts';
import type { NewLogEntry } from '../management/logs/log-entry.ts';

type StoryEvent = readonly [type: string, description?: string, details?: JsonObject];

/** What happens to somebody now and then: events that follow one upon the other. */
export interface LogStory {
  /** Of all stories. */
  share: number;
  events: readonly StoryEvent[];
  /** What must be true of the user, for the log to tell what the profile tells. */
  needs?: 'second-factor' | 'verified-email';
}

const wrongPassword: StoryEvent = ['fp', 'Wrong email or password.'];

export const logStories: readonly LogStory[] = [
  { share: 26, events: [wrongPassword, ['s']] },
  { share: 12, events: [['s'], ['slo']] },
  { share: 10, events: [['ssa'], ['seacft', 'Authorization code for access token']] },
  {
    share: 8,
    events: [
      ['scpr', 'Change password request email sent'],
      ['scp', 'You can now login to the application with the new password.'],
      ['s'],
    ],
  },
  {
    share: 7,
    needs: 'second-factor',
    events: [['mfar'], ['gd_start_auth'], ['gd_auth_succeed'], ['s']],
  },
  {
    share: 6,
    needs: 'second-factor',
    events: [['mfar'], ['gd_start_auth'], ['gd_auth_failed', 'Multi-factor authentication failed']],
  },
  {
    share: 5,
    needs: 'verified-email',
    events: [
      ['svr', 'Verification email sent'],
      ['sv', 'Email verified'],
    ],
  },
  { share: 5, events: [['sertft', 'Refresh token for access token']] },
  {
    share: 4,
    events: [
      wrongPassword,
      wrongPassword,
      wrongPassword,
      ['limit_wc', 'Blocked after too many wrong passwords'],
      ['ublkdu', 'Login block released'],
    ],
  },
  { share: 3, events: [['fertft', 'Unknown or invalid refresh token.']] },
  { share: 3, events: [['fsa', 'Login required'], ['s']] },
  {
    share: 2,
    events: [
      ['sce', 'Email changed'],
      ['svr', 'Verification email sent'],
    ],
  },
  { share: 1, events: [['pwd_leak', 'Someone tried to sign in with a leaked password']] },
  { share: 1, events: [['fcp', 'Password is too weak'], ['scp']] },
  { share: 1, events: [['w', 'You are using a connection with development keys.']] },
];

/** Told of everybody who set up a second factor while the log reaches back. */
export const enrolment: LogStory = { share: 0, events: [['gd_start_enroll'], ['gd_enrollment_complete']] };

const machine = { client_id: 'steward-management', client_name: 'Steward (machine)', ip: '203.0.113.10' };

/** Events about no user; the strangers among them typed names that the tenant does not know. */
export const machineEvents: readonly (NewLogEntry & { share: number })[] = [
  { share: 50, ...machine, type: 'seccft', description: 'Client credentials for access token' },
  {
    share: 12,
    type: 'fu',
    description: 'Wrong email or password.',
    user_name: 'admin@example.com',
    ip: '198.51.100.77',
  },
  { share: 8, type: 'fu', description: 'Wrong email or password.', user_name: 'test', ip: '198.51.100.12' },
  {
    share: 8,
    ...machine,
    type: 'api_limit_warning',
    description: 'Nearly at the limit of GET /api/v2/users',
  },
  { share: 6, ...machine, type: 'api_limit', description: 'Limit of GET /api/v2/users reached' },
  {
    share: 6,
    type: 'limit_mu',
    description: 'Too many failed attempts from this address',
    ip: '198.51.100.77',
  },
  { share: 6, ...machine, type: 'feccft', description: 'Unauthorized' },
  {
    share: 4,
    type: 'fn',
    description: 'The mail could not be handed over',
    details: { email_type: 'verify_email' },
  },
];
