/** The forms in which users are created and changed: names of fields, and what is wrong with a value. */
export const formSentences = {
  'E-mail address': 'E-Mail-Adresse',
  Connection: 'Verbindung',
  Username: 'Benutzername',
  Password: 'Passwort',
  'New password': 'Neues Passwort',
  'Repeat password': 'Passwort wiederholen',
  'Repeat new password': 'Neues Passwort wiederholen',
  Memberships: 'Mitgliedschaften',
  Profile: 'Profil',
  Yes: 'Ja',
  No: 'Nein',

  '{label} is required.': '{label} ist erforderlich.',
  '{label} cannot be saved like this.': '{label} kann so nicht gespeichert werden.',
  '{label} cannot be changed here.': '{label} kann hier nicht geändert werden.',
  '{label} is either ticked or not.': '{label} ist entweder angekreuzt oder nicht.',
  '{label} must be text.': '{label} muss Text sein.',
  '{label} is too long: at most {count} characters.': '{label} ist zu lang: höchstens {count} Zeichen.',
  '{label} holds a character that cannot be saved.':
    '{label} enthält ein Zeichen, das nicht gespeichert werden kann.',
  '{label} must be a date such as 2026-01-31.': '{label} muss ein Datum wie 2026-01-31 sein.',
  '{label} must be an address that starts with https://.':
    '{label} muss eine Adresse sein, die mit https:// beginnt.',
  '{label}: {problem}': '{label}: {problem}',
  '{label} must be a list of names.': '{label} muss eine Liste von Namen sein.',
  '{label} must be a list.': '{label} muss eine Liste sein.',
  '{label}: a name cannot be blank.': '{label}: Ein Name darf nicht leer sein.',
  '{label}: a name has at most {count} characters.': '{label}: Ein Name hat höchstens {count} Zeichen.',
  '{label}: at most {count} can be picked.': '{label}: Höchstens {count} können ausgewählt werden.',
  '{label}: only one can be picked.': '{label}: Nur eine Auswahl ist möglich.',
  '{label} must be a number.': '{label} muss eine Zahl sein.',
  '{label}: pick one of the options.': '{label}: Wählen Sie eine der Möglichkeiten.',
  '{problems} Nothing was changed.': '{problems} Es wurde nichts geändert.',
  'These are more fields than a user has. Nothing was changed.':
    'Das sind mehr Felder, als ein Benutzer hat. Es wurde nichts geändert.',
  '“{name}” is not a field that you can set here. Nothing was changed.':
    '„{name}“ ist kein Feld, das Sie hier setzen können. Es wurde nichts geändert.',
  'This is not a field that you can set here.': 'Das ist kein Feld, das Sie hier setzen können.',
  'This user signs in with {name}, which is where this is changed.':
    'Dieser Benutzer meldet sich mit {name} an; dort wird das geändert.',
  'This user signs in with another provider, which is where this is changed.':
    'Dieser Benutzer meldet sich bei einem anderen Anbieter an; dort wird das geändert.',
  'Users of {connection} have no username.': 'Benutzer von {connection} haben keinen Benutzernamen.',
  'The password does not meet: {rules}.': 'Das Passwort erfüllt nicht: {rules}.',
  'The two passwords are not the same.': 'Die beiden Passwörter sind nicht gleich.',
  '{label}: “{name}” is not one of yours to choose.':
    '{label}: „{name}“ gehört nicht zu dem, was Sie wählen können.',
  '{label}: “{name}” is not one of yours to choose. You can choose {choices}.':
    '{label}: „{name}“ gehört nicht zu dem, was Sie wählen können. Sie können {choices} wählen.',
  'The username must have {minLength} to {maxLength} characters.':
    'Der Benutzername muss {minLength} bis {maxLength} Zeichen haben.',
  'The username can hold letters without accents, numbers and {signs}.':
    'Der Benutzername kann Buchstaben ohne Akzente und Umlaute, Ziffern und {signs} enthalten.',
  'What stands here cannot be shown, and what you enter replaces it. {problem}':
    'Was hier steht, kann nicht gezeigt werden, und was Sie eingeben, ersetzt es. {problem}',
  '{label} was {before} when you opened this form and is {now} now.':
    '{label} war {before}, als Sie dieses Formular geöffnet haben, und ist jetzt {now}.',
  empty: 'leer',
  ticked: 'angekreuzt',
  '“{value}”': '„{value}“',
  'Somebody else changed this user meanwhile: {changes} Nothing of yours was saved; load the form again.':
    'Jemand anders hat diesen Benutzer inzwischen geändert: {changes} Von Ihnen wurde nichts gespeichert; laden Sie das Formular neu.',
  'Only a part of your changes was certainly saved. Saved: {saved}. In doubt: {inDoubt}. Not saved: {notSaved}. {reason}':
    'Nur ein Teil Ihrer Änderungen wurde sicher gespeichert. Gespeichert: {saved}. Ungewiss: {inDoubt}. Nicht gespeichert: {notSaved}. {reason}',
  'Only a part of your changes was certainly saved. Saved: {saved}. In doubt: {inDoubt}. {reason}':
    'Nur ein Teil Ihrer Änderungen wurde sicher gespeichert. Gespeichert: {saved}. Ungewiss: {inDoubt}. {reason}',
  'Only a part of your changes was saved. Saved: {saved}. Not saved: {notSaved}. {reason}':
    'Nur ein Teil Ihrer Änderungen wurde gespeichert. Gespeichert: {saved}. Nicht gespeichert: {notSaved}. {reason}',
  'There is no database connection in which you may create users. Nothing was changed. Ask an administrator.':
    'Es gibt keine Datenbankverbindung, in der Sie Benutzer anlegen dürfen. Es wurde nichts geändert. Fragen Sie die Administration.',
  'Your organisation’s settings do not let you create users. Nothing was changed.':
    'Die Einstellungen Ihrer Organisation lassen Sie keine Benutzer anlegen. Es wurde nichts geändert.',
} as const;
