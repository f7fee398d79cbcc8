import type { Translation } from '../catalogue.ts';
import type english from '../en/ui.ts';

export default {
  loading: 'Wird geladen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  dismiss: 'Meldung schließen',
  messages: 'Meldungen',
  errorId: 'Fehlerkennung',
  copyErrorId: 'Fehlerkennung kopieren',
  copied: 'Kopiert',
  copyFailed: 'Markieren Sie den Text und kopieren Sie ihn von Hand',
  nothingFits: 'Nichts passt zu Ihrer Eingabe',
  moreToNarrow: '{count, number} weitere; tippen Sie, um die Auswahl einzugrenzen',
  add: '„{name}“ hinzufügen',
  removeFilter: 'Filter {name} entfernen',
  optional: '(optional)',
  rowsPerPage: 'Zeilen je Seite',
  previousPage: 'Vorige Seite',
  nextPage: 'Nächste Seite',
  generate: 'Erzeugen',
  showPassword: 'Passwort anzeigen',
  hidePassword: 'Passwort verbergen',
  isMet: ': erfüllt',
  isNotMet: ': noch nicht erfüllt',
  metCount: '{met, number} von {all, number} erfüllt',
  clearSearch: 'Suche leeren',
} satisfies Translation<typeof english>;
