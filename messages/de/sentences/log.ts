/** The tenant's log, beside the names of its events. */
export const logSentences = {
  'Time (UTC)': 'Zeit (UTC)',
  Event: 'Ereignis',
  Code: 'Code',
  User: 'Benutzer',
  'User id': 'Benutzerkennung',
  'Application id': 'Anwendungskennung',
  'IP address': 'IP-Adresse',
  Place: 'Ort',
  'User agent': 'Browserkennung',
  Description: 'Beschreibung',
  'Log id': 'Kennung des Eintrags',
  'The file ends here with {count} entries; there is more. Choose a shorter time for the rest.':
    'Die Datei endet hier mit {count} Einträgen; es gibt mehr. Wählen Sie für den Rest einen kürzeren Zeitraum.',
  'There is no such entry in the log, or it is not about one of your users.':
    'Diesen Eintrag gibt es im Log nicht, oder er betrifft keinen Ihrer Benutzer.',
  'There is no such entry in the log of this user.': 'Diesen Eintrag gibt es im Log dieses Benutzers nicht.',
  'This tenant has neither an access nor a filter hook, so only an administrator sees its log. Tell an administrator.':
    'Dieser Tenant hat weder den Hook access noch den Hook filter; deshalb sieht nur die Administration sein Log. Sagen Sie es der Administration.',
  'The log cannot be searched by “{field}”. It can by {fields}.':
    'Das Log kann nicht nach „{field}“ durchsucht werden, wohl aber nach {fields}.',
  'Your organisation’s settings keep raw data back.':
    'Die Einstellungen Ihrer Organisation halten Rohdaten zurück.',
  'Your organisation’s rules show you a part of this user only.':
    'Die Regeln Ihrer Organisation zeigen Ihnen nur einen Teil dieses Benutzers.',
  'It may tell of others, whom you do not manage.': 'Es kann von anderen handeln, die Sie nicht verwalten.',
} as const;
