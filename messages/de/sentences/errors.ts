/** What a person reads of an error whose thrower gave no sentence of its own. */
export const errorSentences = {
  'You are signed out. Sign in again; nothing was saved.':
    'Sie sind abgemeldet. Melden Sie sich wieder an; es wurde nichts gespeichert.',
  'You have no role in this console, so there is nothing you can see or change here. Ask your administrator for one.':
    'Sie haben in dieser Konsole keine Rolle und können hier deshalb nichts sehen und nichts ändern. Bitten Sie Ihre Administration darum.',
  'Your role does not allow this. Nothing was changed.':
    'Ihre Rolle erlaubt das nicht. Es wurde nichts geändert.',
  'There is no such user, or it is not one of yours.':
    'Diesen Benutzer gibt es nicht, oder er gehört nicht zu Ihren.',
  'Something you entered cannot be saved. Nothing was changed.':
    'Etwas von Ihren Eingaben kann nicht gespeichert werden. Es wurde nichts geändert.',
  'Your organisation’s rules refused this. Nothing was changed.':
    'Die Regeln Ihrer Organisation haben das abgelehnt. Es wurde nichts geändert.',
  'This was stopped before it reached the tenant. Nothing was changed.':
    'Das wurde angehalten, bevor es beim Tenant ankam. Es wurde nichts geändert.',
  'One of your organisation’s hooks failed, so nothing was changed. Tell an administrator.':
    'Ein Hook Ihrer Organisation ist fehlgeschlagen; deshalb wurde nichts geändert. Sagen Sie es der Administration.',
  'Another user already has this e-mail address or username. Nothing was changed.':
    'Ein anderer Benutzer hat diese E-Mail-Adresse oder diesen Benutzernamen bereits. Es wurde nichts geändert.',
  'Somebody else changed this user meanwhile. Nothing was changed.':
    'Jemand anders hat diesen Benutzer inzwischen geändert. Es wurde nichts geändert.',
  'Only a part of your changes was saved.': 'Nur ein Teil Ihrer Änderungen wurde gespeichert.',
  'The tenant is limiting requests. Nothing was changed; try again in a moment.':
    'Der Tenant begrenzt die Anfragen. Es wurde nichts geändert; versuchen Sie es gleich noch einmal.',
  'The tenant does not answer at the moment. Try again in a moment.':
    'Der Tenant antwortet zurzeit nicht. Versuchen Sie es gleich noch einmal.',
  'The tenant refused this. Nothing was changed.': 'Der Tenant hat das abgelehnt. Es wurde nichts geändert.',
  'The console’s own data cannot be reached at the moment. Try again in a moment.':
    'Die eigenen Daten der Konsole sind zurzeit nicht erreichbar. Versuchen Sie es gleich noch einmal.',
  'This failed because of a fault in the console.': 'Das ist an einem Fehler der Konsole gescheitert.',
  'This failed because of a fault in the console. It is not known whether anything was saved: look before you try again. Tell an administrator the id {id}.':
    'Das ist an einem Fehler der Konsole gescheitert. Ob etwas gespeichert wurde, ist nicht bekannt: Sehen Sie nach, bevor Sie es noch einmal versuchen. Nennen Sie der Administration die Kennung {id}.',
  'This cannot be written into the audit trail at the moment, so nothing was changed and nothing is shown. Try again in a moment; if it stays like this, tell an administrator.':
    'Das kann zurzeit nicht ins Protokoll geschrieben werden; deshalb wurde nichts geändert und wird nichts gezeigt. Versuchen Sie es gleich noch einmal; wenn es so bleibt, sagen Sie es der Administration.',
} as const;
