import type { Translation } from '../catalogue.ts';
import type english from '../en/roles.ts';

export default {
  loadingChoices: 'Auswahl wird geladen',
  title: 'Rollen',
  give: 'Rollen zuweisen',
  listOf: 'Rollen von {name}',
  noneTitle: 'Keine Rollen',
  none: 'Der Tenant weist {name} keine Rolle zu.',
  giveTo: '{name} Rollen zuweisen',
  giveMeans: 'Von der nächsten Anmeldung an kann {name} tun, was diese Rollen in Ihren Anwendungen erlauben.',
  field: 'Rollen',
  confirmGive: 'Rollen zuweisen',
  nothingToGive: 'Es gibt keine Rolle, die Sie {name} zuweisen könnten.',
  withheld:
    '{count, plural, one {Eine Rolle wird nicht angeboten: Sie gibt in dieser Konsole Rechte, die Ihnen fehlen.} other {# Rollen werden nicht angeboten: Sie geben in dieser Konsole Rechte, die Ihnen fehlen.}}',
  more: 'Weitere Rollen laden',
  take: 'Entfernen',
  takeOne: '{held} entfernen',
  takeFrom: '{name} die Rolle „{held}“ entziehen?',
  takeMeans:
    'Von der nächsten Anmeldung an kann {name} nicht mehr tun, was diese Rolle erlaubt. Alle anderen Rollen bleiben.',
  confirmTake: 'Rolle entziehen',
  given: '{name} hat jetzt: {roles}',
  taken: '{name} hat nicht mehr: {roles}',
  goneBefore: '{name} hatte diese Rolle schon nicht mehr',
} satisfies Translation<typeof english>;
