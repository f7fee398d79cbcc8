import type { Translation } from '../catalogue.ts';
import type english from '../en/undo.ts';

export default {
  undo: 'Rückgängig machen',
  restore: 'Benutzer wiederherstellen',
  undoTitle: 'Das bei {name} rückgängig machen?',
  undoMeans:
    'Das ist eine neue Änderung von Ihnen: Alle Regeln entscheiden darüber, und sie erhält einen eigenen Eintrag im Protokoll.',
  changes: 'Was sich ändert',
  what: 'Was',
  now: 'Jetzt',
  after: 'Danach',
  nothingThere: 'nichts',
  blocked: 'Gesperrt',
  yes: 'ja',
  no: 'nein',
  remains: 'Das kommt nicht zurück, weil kein Feld des Formulars und keine Regel es zurückbringt:',
  remainder: '{label} bleibt {stays}; vorher war es {was}.',
  confirmUndo: 'Rückgängig machen',
  undone: 'Die Änderung an {name} wurde rückgängig gemacht',
  restoreTitle: '{name} wiederherstellen?',
  restoreMeans:
    'Das Profil wird wieder so angelegt, wie es beim Löschen war, mit derselben Kennung. Wiederherstellen lässt es sich bis {until}.',
  mail: 'Das Passwort lässt sich nicht wiederherstellen: Niemand kennt es. {email} erhält einen Link, um ein neues zu setzen.',
  noMail:
    'Das Passwort lässt sich nicht wiederherstellen, und es wird keine E-Mail für ein neues verschickt: {reason}',
  noAddress:
    'Das Passwort lässt sich nicht wiederherstellen, und ohne E-Mail-Adresse wird keine E-Mail für ein neues verschickt.',
  gone: 'Zweite Faktoren, Geräte und der Verlauf der Anmeldungen kommen nicht zurück.',
  groups: 'Wieder zugewiesen werden: {names}.',
  groupsRefused: 'Rollen und Organisationen werden nicht wieder zugewiesen: {reason}',
  missing: {
    secrets:
      'Geheime Teile des Profils stehen in keinem Protokolleintrag und werden nicht wiederhergestellt.',
    roles: 'Welche Rollen der Benutzer hatte, ist nicht mehr bekannt.',
    organizations: 'In welchen Organisationen der Benutzer war, ist nicht mehr bekannt.',
  },
  ruledOtherwise: 'Die Regeln Ihrer Organisation machen das anders, als es war:',
  was: 'War',
  willBe: 'Wird',
  confirmRestore: 'Benutzer wiederherstellen',
  restored: '{name} wurde wiederhergestellt',
  openUser: 'Benutzer öffnen',
  loading: 'Es wird nachgesehen, was sich ändern würde',
  close: 'Schließen',
  cancel: 'Abbrechen',
} satisfies Translation<typeof english>;
