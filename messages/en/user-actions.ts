export default {
  actions: 'Actions',
  actionsFor: 'Actions for {name}',
  passwordElsewhere: 'This user signs in with {connection}, which is where the password is changed.',
  mailSpeaksFor: 'The mail speaks for it and leads there afterwards.',
  label: {
    block: 'Block',
    unblock: 'Unblock',
    'lift-blocks': 'Lift sign-in blocks',
    'verify-email': 'Send verification mail',
    'reset-password': 'Send password-reset mail',
    delete: 'Delete user',
  },
  title: {
    block: 'Block {name}?',
    unblock: 'Unblock {name}?',
    'lift-blocks': 'Lift the sign-in blocks of {name}?',
    'verify-email': 'Send {name} a verification mail?',
    'reset-password': 'Send {name} a password-reset mail?',
    delete: 'Delete {name}?',
  },
  consequence: {
    block:
      '{name} can no longer sign in until somebody unblocks them. Where they are signed in already they stay so for now.',
    unblock: '{name} can sign in again as before.',
    'lift-blocks':
      'Too many wrong passwords keep somebody from signing in for a while. {name} can try again at once. A user who was blocked by hand stays blocked.',
    'verify-email':
      '{recipient} receives a link that confirms the address as theirs. Nobody else sees the link.',
    'reset-password':
      '{recipient} receives a link to set a new password. The present password works until then. Nobody else sees the link.',
    delete:
      '{name} can no longer sign in, and the profile with all that belongs to it is gone. This cannot be undone.',
    deleteRestorable:
      '{name} can no longer sign in, and the profile with all that belongs to it is gone. It can be restored for 30 days; the password cannot.',
  },
  confirm: {
    block: 'Block user',
    unblock: 'Unblock user',
    'lift-blocks': 'Lift blocks',
    'verify-email': 'Send mail',
    'reset-password': 'Send mail',
    delete: 'Delete user',
  },
  done: {
    block: '{name} was blocked',
    unblock: '{name} was unblocked',
    'lift-blocks': 'The sign-in blocks of {name} were lifted',
    'verify-email': 'A verification mail to {name} is on its way',
    'reset-password': 'A password-reset mail to {name} is on its way',
    delete: '{name} was deleted',
  },
} as const;
