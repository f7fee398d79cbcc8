import type { Translation } from '../catalogue.ts';
import type english from '../en/user-actions.ts';

export default {
  actions: 'Aktionen',
  actionsFor: 'Aktionen für {name}',
  passwordElsewhere:
    'Dieser Benutzer meldet sich über {connection} an; dort wird auch das Passwort geändert.',
  mailSpeaksFor: 'Die E-Mail spricht in ihrem Namen und führt danach dorthin.',
  label: {
    block: 'Sperren',
    unblock: 'Entsperren',
    'lift-blocks': 'Anmeldesperren aufheben',
    'verify-email': 'Bestätigungs-E-Mail senden',
    'reset-password': 'Link für neues Passwort senden',
    delete: 'Benutzer löschen',
  },
  title: {
    block: '{name} sperren?',
    unblock: '{name} entsperren?',
    'lift-blocks': 'Anmeldesperren von {name} aufheben?',
    'verify-email': '{name} eine Bestätigungs-E-Mail senden?',
    'reset-password': '{name} einen Link für ein neues Passwort senden?',
    delete: '{name} löschen?',
  },
  consequence: {
    block:
      '{name} kann sich nicht mehr anmelden, bis jemand die Sperre aufhebt. Wo die Person schon angemeldet ist, bleibt sie es vorerst.',
    unblock: '{name} kann sich wieder anmelden wie zuvor.',
    'lift-blocks':
      'Nach zu vielen falschen Passwörtern kann sich jemand eine Zeit lang nicht anmelden. {name} kann es sofort wieder versuchen. Wer von Hand gesperrt wurde, bleibt gesperrt.',
    'verify-email': '{recipient} erhält einen Link, der die Adresse bestätigt. Niemand sonst sieht den Link.',
    'reset-password':
      '{recipient} erhält eine E-Mail mit einem Link, um ein neues Passwort festzulegen. Bis dahin gilt das jetzige Passwort. Niemand sonst sieht den Link.',
    delete:
      '{name} kann sich nicht mehr anmelden, und das Profil mit allem, was dazugehört, ist weg. Das lässt sich nicht rückgängig machen.',
    deleteRestorable:
      '{name} kann sich nicht mehr anmelden, und das Profil mit allem, was dazugehört, ist weg. Es lässt sich 30 Tage lang wiederherstellen, das Passwort nicht.',
  },
  confirm: {
    block: 'Benutzer sperren',
    unblock: 'Benutzer entsperren',
    'lift-blocks': 'Sperren aufheben',
    'verify-email': 'E-Mail senden',
    'reset-password': 'E-Mail senden',
    delete: 'Benutzer löschen',
  },
  done: {
    block: '{name} wurde gesperrt',
    unblock: '{name} wurde entsperrt',
    'lift-blocks': 'Die Anmeldesperren von {name} wurden aufgehoben',
    'verify-email': 'Eine Bestätigungs-E-Mail an {name} ist unterwegs',
    'reset-password': 'Ein Link für ein neues Passwort ist an {name} unterwegs',
    delete: '{name} wurde gelöscht',
  },
} satisfies Translation<typeof english>;
