/** The rules of a connection’s password policy, as a checklist shows them. */
export const passwordSentences = {
  'Not empty': 'Nicht leer',
  'At least {characters} characters': 'Mindestens {characters} Zeichen',
  'At most {bytes} bytes': 'Höchstens {bytes} Bytes',
  'Contains {type}': 'Enthält {type}',
  'At least {atLeast} of: {wanted}': 'Enthält mindestens {atLeast} davon: {wanted}',
  'a lower-case letter': 'einen Kleinbuchstaben',
  'an upper-case letter': 'einen Großbuchstaben',
  'a number': 'eine Ziffer',
  'a special character': 'ein Sonderzeichen',
  'No more than {atMost} identical characters in a row': 'Höchstens {atMost} gleiche Zeichen hintereinander',
  'No more than {atMost} letters or numbers in sequence, such as abc or 321':
    'Höchstens {atMost} aufeinanderfolgende Buchstaben oder Ziffern wie abc oder 321',
  'No part of the name or e-mail address': 'Kein Teil des Namens oder der E-Mail-Adresse',
  'Not a common or forbidden password': 'Kein gängiges oder verbotenes Passwort',
} as const;
