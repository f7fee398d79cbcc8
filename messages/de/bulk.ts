import type { Translation } from '../catalogue.ts';
import type english from '../en/bulk.ts';

export default {
  select: 'Auswählen',
  selectUser: '{name} auswählen',
  selectPage: 'Alle auf dieser Seite auswählen',
  selectAll: 'Alle',
  bar: 'Ausgewählte Benutzer',
  selected: '{count, number} ausgewählt',
  noneSelected: 'Niemand ausgewählt',
  clear: 'Aufheben',
  end: 'Fertig',
  more: 'Mehr',
  actions: 'Aktionen',
  label: {
    block: 'Sperren',
    unblock: 'Entsperren',
    'verify-email': 'Bestätigungs-E-Mails senden',
    'revoke-access': 'Überall abmelden',
    'remove-multifactor': 'Zweite Faktoren entfernen',
    delete: 'Löschen',
  },
  title: {
    block: '{count, plural, one {# Benutzer} other {# Benutzer}} sperren?',
    unblock: '{count, plural, one {# Benutzer} other {# Benutzer}} entsperren?',
    'verify-email': '{count, plural, one {# Benutzer} other {# Benutzern}} Bestätigungs-E-Mails senden?',
    'revoke-access': '{count, plural, one {# Benutzer} other {# Benutzer}} überall abmelden?',
    'remove-multifactor':
      'Alle zweiten Faktoren von {count, plural, one {# Benutzer} other {# Benutzern}} entfernen?',
    delete: '{count, plural, one {# Benutzer} other {# Benutzer}} löschen?',
  },
  consequence: {
    block:
      'Sie können sich nicht mehr anmelden, bis jemand die Sperre aufhebt. Wo sie schon angemeldet sind, bleiben sie es vorerst.',
    unblock: 'Sie können sich wieder anmelden wie zuvor.',
    'verify-email':
      'Alle erhalten einen Link, der die Adresse als ihre bestätigt. Niemand sonst sieht die Links.',
    'revoke-access':
      'Alle ihre Sitzungen enden, und alle ihre Geräte verlieren ihre Tokens. Sie können sich sofort wieder anmelden. Was eine Anwendung schon erhalten hat, kann noch einige Minuten gelten.',
    'remove-multifactor':
      'Sie melden sich ohne zweiten Faktor an, bis ein neuer eingerichtet ist. Wo der Tenant einen verlangt, fragt die nächste Anmeldung danach.',
    delete:
      'Sie können sich nicht mehr anmelden, und ihre Profile mit allem, was dazugehört, sind weg. Das lässt sich nicht rückgängig machen.',
    deleteRestorable:
      'Sie können sich nicht mehr anmelden, und ihre Profile mit allem, was dazugehört, sind weg. Sie lassen sich 30 Tage lang wiederherstellen, ihre Passwörter nicht.',
    deleteMixed:
      'Sie können sich nicht mehr anmelden, und ihre Profile mit allem, was dazugehört, sind weg. Wer sich mit einem Passwort dieses Tenants anmeldet, lässt sich 30 Tage lang ohne dieses wiederherstellen, die anderen nicht.',
  },
  confirm: {
    block: '{count, plural, one {# Benutzer} other {# Benutzer}} sperren',
    unblock: '{count, plural, one {# Benutzer} other {# Benutzer}} entsperren',
    'verify-email': '{count, plural, one {# E-Mail} other {# E-Mails}} senden',
    'revoke-access': '{count, plural, one {# Benutzer} other {# Benutzer}} abmelden',
    'remove-multifactor': 'Von {count, plural, one {# Benutzer} other {# Benutzern}} entfernen',
    delete: '{count, plural, one {# Benutzer} other {# Benutzer}} löschen',
  },
  ready: {
    block: 'Werden gesperrt',
    unblock: 'Werden entsperrt',
    'verify-email': 'Erhalten eine E-Mail',
    'revoke-access': 'Werden abgemeldet',
    'remove-multifactor': 'Verlieren ihre zweiten Faktoren',
    delete: 'Werden gelöscht',
  },
  already: {
    block: 'Schon gesperrt',
    unblock: 'Nicht gesperrt',
    'verify-email': 'Schon bestätigt',
    'revoke-access': 'Schon abgemeldet',
    'remove-multifactor': 'Schon ohne zweite Faktoren',
    delete: 'Schon gelöscht',
  },
  done: {
    block: '{count, plural, one {# Benutzer wurde} other {# Benutzer wurden}} gesperrt',
    unblock: '{count, plural, one {# Benutzer wurde} other {# Benutzer wurden}} entsperrt',
    'verify-email':
      '{count, plural, one {# Bestätigungs-E-Mail ist} other {# Bestätigungs-E-Mails sind}} unterwegs',
    'revoke-access': '{count, plural, one {# Benutzer wurde} other {# Benutzer wurden}} überall abgemeldet',
    'remove-multifactor':
      'Die zweiten Faktoren von {count, plural, one {# Benutzer} other {# Benutzern}} wurden entfernt',
    delete: '{count, plural, one {# Benutzer wurde} other {# Benutzer wurden}} gelöscht',
  },
  alreadySo: 'Bei {count, plural, one {# Person} other {# Personen}} war es schon so.',
  looking: '{count, plural, one {# Benutzer wird} other {# Benutzer werden}} angesehen',
  refused: 'Nicht möglich',
  refusedNow: 'Abgelehnt oder fehlgeschlagen',
  group: '{title} ({count, number})',
  nothingToDo: 'Für niemanden davon gibt es etwas zu tun.',
  howItRuns:
    'Eine Person nach der anderen, jedes Mal neu geprüft und aufgezeichnet. Lassen Sie diese Seite so lange offen: Wenn Sie sie verlassen, bleibt getan, was getan ist, und alles Übrige bleibt, wie es ist.',
  typeNumber: 'Geben Sie zur Bestätigung {count, number} ein',
  typeNumberWhy: 'So viele Benutzer werden gelöscht.',
  progress: '{done, number} von {count, number}',
  progressOf: 'Erledigte Benutzer',
  now: 'Gerade: {name}',
  waiting: 'Der Tenant begrenzt die Anfragen. Gleich geht es von selbst weiter.',
  stop: 'Anhalten',
  stopping: 'Nach dieser Person ist Schluss.',
  summary: 'Erledigt: {done, number} von {count, number}.',
  untried: 'Nicht begonnen',
  again: 'Fehlgeschlagene erneut versuchen',
  goOn: 'Mit den anderen {count, number} weitermachen',
  close: 'Schließen',
  records: 'Zum Protokoll',
} satisfies Translation<typeof english>;
