/** What is said of hooks that failed or answered wrongly, and of what the guard stopped. */
export const hookSentences = {
  '{failure} Nothing was changed. Tell an administrator.':
    '{failure} Es wurde nichts geändert. Sagen Sie es der Administration.',
  'There is no such hook.': 'Diesen Hook gibt es nicht.',
  'The hook was not run, because its ctx cannot be read.':
    'Der Hook wurde nicht ausgeführt, weil sein ctx nicht zu lesen ist.',
  'This is no JSON: {why}': 'Das ist kein JSON: {why}',
  'This must be a JSON object, in braces.': 'Das muss ein JSON-Objekt in geschweiften Klammern sein.',

  'The access hook failed, so nothing can be shown or changed. Tell an administrator.':
    'Der Hook access ist fehlgeschlagen; deshalb kann nichts gezeigt oder geändert werden. Sagen Sie es der Administration.',
  'The access hook failed on line {line}, so nothing can be shown or changed. Tell an administrator.':
    'Der Hook access ist in Zeile {line} fehlgeschlagen; deshalb kann nichts gezeigt oder geändert werden. Sagen Sie es der Administration.',
  'The filter hook’s answer is neither a text nor an object with a “query”, so no users are shown. Tell an administrator.':
    'Die Antwort des Hooks filter ist weder ein Text noch ein Objekt mit einer „query“; deshalb werden keine Benutzer gezeigt. Sagen Sie es der Administration.',
  'The filter hook’s answer cannot be searched for ({why}), so no users are shown. Tell an administrator.':
    'Nach der Antwort des Hooks filter kann nicht gesucht werden ({why}); deshalb werden keine Benutzer gezeigt. Sagen Sie es der Administration.',
  'The filter hook’s answer is no search query ({why}), so no users are shown. Tell an administrator.':
    'Die Antwort des Hooks filter ist keine Suchabfrage ({why}); deshalb werden keine Benutzer gezeigt. Sagen Sie es der Administration.',
  'The memberships hook must answer with an array of names, or with {form}. Nothing was changed. Tell an administrator.':
    'Der Hook memberships muss mit einer Liste von Namen antworten oder mit {form}. Es wurde nichts geändert. Sagen Sie es der Administration.',
  'The settings hook’s answer cannot be used: its member “{member}” has a wrong value ({why}). Nothing was changed. Tell an administrator.':
    'Die Antwort des Hooks settings ist nicht zu gebrauchen: „{member}“ hat einen falschen Wert ({why}). Es wurde nichts geändert. Sagen Sie es der Administration.',
  'The settings hook’s answer cannot be used: its answer is not an object ({why}). Nothing was changed. Tell an administrator.':
    'Die Antwort des Hooks settings ist nicht zu gebrauchen: Sie ist kein Objekt ({why}). Es wurde nichts geändert. Sagen Sie es der Administration.',
  'The customDomain hook’s answer is not an object. Nothing was changed and no mail was sent. Tell an administrator.':
    'Die Antwort des Hooks customDomain ist kein Objekt. Es wurde nichts geändert und keine E-Mail gesendet. Sagen Sie es der Administration.',
  'The customDomain hook’s answer holds a “customDomain” that is no domain name, such as login.example.com. Nothing was changed and no mail was sent. Tell an administrator.':
    'Die Antwort des Hooks customDomain enthält eine „customDomain“, die kein Domainname wie login.example.com ist. Es wurde nichts geändert und keine E-Mail gesendet. Sagen Sie es der Administration.',
  'The write hook must answer with the body that is to be sent, an object. Nothing was changed. Tell an administrator.':
    'Der Hook write muss mit dem antworten, was gesendet werden soll, einem Objekt. Es wurde nichts geändert. Sagen Sie es der Administration.',

  '“{key}” was stopped before it reached the tenant: {reason} ({source}). Nothing was changed.':
    '„{key}“ wurde angehalten, bevor es beim Tenant ankam: {reason} ({source}). Es wurde nichts geändert.',
  'This user was stopped before it reached the tenant: {reason} ({source}). Nothing was changed.':
    'Dieser Benutzer wurde angehalten, bevor er beim Tenant ankam: {reason} ({source}). Es wurde nichts geändert.',
  'the write hook let it through': 'der Hook write hat es durchgelassen',
  'there is no write hook to stop it': 'es gibt keinen Hook write, der es aufhielte',
  'a user’s id is given by the tenant alone': 'die Kennung eines Benutzers vergibt allein der Tenant',
  'the Management API knows no such key at the root of a user':
    'die Management API kennt an der Wurzel eines Benutzers keinen solchen Schlüssel',
  'the settings hook declares no field of that property':
    'der Hook settings nennt kein Feld mit dieser Eigenschaft',
  'it must be an object': 'es muss ein Objekt sein',
  'it is none of the database connections in which you may create users':
    'es ist keine der Datenbankverbindungen, in denen Sie Benutzer anlegen dürfen',
  'there is none, and no username or phone number either':
    'es gibt keine, und auch keinen Benutzernamen und keine Telefonnummer',
  'a user stays in the connection that it is in': 'ein Benutzer bleibt in seiner Verbindung',
  'it would give this user more rights in this console than you have':
    'es gäbe diesem Benutzer in dieser Konsole mehr Rechte, als Sie haben',
  'nobody changes their own roles': 'niemand ändert die eigenen Rollen',
  'it would no longer be one of the users whom the filter hook lets you see':
    'er wäre keiner der Benutzer mehr, die der Hook filter Sie sehen lässt',
  'the filter hook asks for something that is not in a user’s profile, and there is no access hook to decide':
    'der Hook filter fragt nach etwas, das nicht im Profil eines Benutzers steht, und es gibt keinen Hook access, der entscheidet',
  'the access hook would not let you see the user that results: {said}':
    'der Hook access ließe Sie den Benutzer, der entsteht, nicht sehen: {said}',
  'the access hook does not permit {action}: {said}': 'der Hook access erlaubt {action} nicht: {said}',
  'no answer': 'keine Antwort',
} as const;
