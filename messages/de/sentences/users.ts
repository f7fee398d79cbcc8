/** What is said of lists of users, of one user, and of what can be done to them. */
export const userSentences = {
  Name: 'Name',
  'Last login': 'Letzte Anmeldung',
  Logins: 'Anmeldungen',
  Status: 'Status',
  Application: 'Anwendung',

  'Recovery code': 'Wiederherstellungscode',
  'One-time password from an app': 'Einmalpasswort aus einer App',
  'Push notification': 'Push-Benachrichtigung',
  'Text message or voice call': 'SMS oder Anruf',
  'E-mail code': 'Code per E-Mail',
  'Security key': 'Sicherheitsschlüssel',
  'Fingerprint, face or PIN of a device': 'Fingerabdruck, Gesicht oder PIN eines Geräts',
  'Guardian app': 'Guardian-App',
  Passkey: 'Passkey',

  'You cannot delete yourself.': 'Sie können sich nicht selbst löschen.',
  'You cannot block yourself.': 'Sie können sich nicht selbst sperren.',
  'Nobody changes their own roles and organizations.':
    'Niemand ändert die eigenen Rollen und Organisationen.',
  'This user has more rights in this console than you have.':
    'Dieser Benutzer hat in dieser Konsole mehr Rechte als Sie.',
  'Your organisation’s settings do not offer this action.':
    'Die Einstellungen Ihrer Organisation bieten diese Aktion nicht an.',
  'Only administrators may do this: there is no access hook to permit it.':
    'Das darf nur die Administration: Es gibt keinen Hook access, der es erlaubt.',
  'Only administrators may do this: the access hook says nothing of “{action}”.':
    'Das darf nur die Administration: Der Hook access sagt nichts zu „{action}“.',
  'This role gives more rights in this console than you have.':
    'Diese Rolle gibt in dieser Konsole mehr Rechte, als Sie haben.',
  'The role “{role}” gives more rights in this console than you have. Nothing was changed.':
    'Die Rolle „{role}“ gibt in dieser Konsole mehr Rechte, als Sie haben. Es wurde nichts geändert.',
  'These are your own sign-ins: sign out where you do not want to be signed in any more.':
    'Das sind Ihre eigenen Anmeldungen: Melden Sie sich dort ab, wo Sie nicht mehr angemeldet sein wollen.',

  'This user is no longer one of yours, or no longer exists. Nothing was changed.':
    'Dieser Benutzer gehört nicht mehr zu Ihren, oder es gibt ihn nicht mehr. Es wurde nichts geändert.',
  'This user is no longer one of yours, or no longer exists.':
    'Dieser Benutzer gehört nicht mehr zu Ihren, oder es gibt ihn nicht mehr.',
  'This user has no e-mail address to send a mail to.':
    'Dieser Benutzer hat keine E-Mail-Adresse, an die eine E-Mail gehen könnte.',
  'This organization no longer exists in the tenant. Nothing was changed; load the page again.':
    'Diese Organisation gibt es im Tenant nicht mehr. Es wurde nichts geändert; laden Sie die Seite neu.',
  'One of these roles no longer exists in the tenant. Nothing was changed; load the page again.':
    'Eine dieser Rollen gibt es im Tenant nicht mehr. Es wurde nichts geändert; laden Sie die Seite neu.',
  'This second factor is gone already, or it never was one of this user. Nothing was changed.':
    'Diesen zweiten Faktor gibt es nicht mehr, oder er war nie einer dieses Benutzers. Es wurde nichts geändert.',
  'This device is signed out already, or it never was a device of this user. Nothing was changed.':
    'Dieses Gerät ist schon abgemeldet, oder es war nie eines dieses Benutzers. Es wurde nichts geändert.',
  'This e-mail address is verified already, so no mail was sent.':
    'Diese E-Mail-Adresse ist schon bestätigt; deshalb wurde keine E-Mail gesendet.',
  'This user signs in with another provider, which is where the password is changed. No mail was sent.':
    'Dieser Benutzer meldet sich bei einem anderen Anbieter an; dort wird das Passwort geändert. Es wurde keine E-Mail gesendet.',
  'This application is not one to choose here. No mail was sent.':
    'Diese Anwendung steht hier nicht zur Wahl. Es wurde keine E-Mail gesendet.',
  'This tenant has neither an access nor a filter hook, so only an administrator sees its users. Tell an administrator.':
    'Dieser Tenant hat weder den Hook access noch den Hook filter; deshalb sieht nur die Administration seine Benutzer. Sagen Sie es der Administration.',

  'This cannot be searched for: {why}': 'Danach kann nicht gesucht werden: {why}',
  'Wildcards and ranges are not available on {field}.': 'Platzhalter und Bereiche gibt es bei {field} nicht.',
  'The wildcard “{wildcard}” needs at least 3 characters besides the asterisks.':
    'Der Platzhalter „{wildcard}“ braucht außer den Sternchen mindestens 3 Zeichen.',
  // The status of a user in an exported file.
  Active: 'Aktiv',
  Blocked: 'Gesperrt',
  Unverified: 'Unbestätigt',
  'Never signed in': 'Nie angemeldet',
  'The file ends here with {count} users; there are more. Search or filter for the rest.':
    'Die Datei endet hier mit {count} Benutzern; es gibt weitere. Für den Rest suchen oder filtern Sie.',
} as const;
