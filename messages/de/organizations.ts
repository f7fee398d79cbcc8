import type { Translation } from '../catalogue.ts';
import type english from '../en/organizations.ts';

export default {
  title: 'Organisationen',
  give: 'Zu Organisation hinzufügen',
  listOf: 'Organisationen von {name}',
  noneTitle: 'Keine Organisationen',
  none: '{name} ist in keiner Organisation Mitglied.',
  noneBeyond: '{name} ist über die vorigen hinaus in keiner Organisation Mitglied.',
  giveTo: '{name} zu einer Organisation hinzufügen',
  giveMeans: '{name} kann sich als Mitglied der Organisation anmelden.',
  field: 'Organisation',
  confirmGive: 'Benutzer hinzufügen',
  nothingToGive: 'Es gibt keine Organisation, in der {name} nicht schon Mitglied ist.',
  more: 'Weitere Organisationen laden',
  take: 'Entfernen',
  takeOne: 'Aus {held} entfernen',
  takeFrom: '{name} aus {held} entfernen?',
  takeMeans:
    '{name} kann sich nicht mehr als Mitglied dieser Organisation anmelden und bleibt Benutzer des Tenants.',
  confirmTake: 'Benutzer entfernen',
  given: '{name} wurde zu {organization} hinzugefügt',
  taken: '{name} wurde aus {organization} entfernt',
  pages: 'Seiten der Organisationen',
  range: '{first, number}–{last, number} von {total, number}',
  previous: 'Zurück',
  next: 'Weiter',
} satisfies Translation<typeof english>;
