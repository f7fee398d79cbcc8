import type { Translation } from '../catalogue.ts';
import type english from '../en/sign-ins.ts';

export default {
  actions: 'Aktionen',
  browser: 'Browser',
  browserOn: '{browser} unter {system}',
  everywhere: {
    label: 'Überall abmelden',
    title: '{name} überall abmelden?',
    consequence:
      'Alle Sitzungen von {name} enden, und alle Geräte verlieren ihre Tokens. {name} kann sich sofort wieder anmelden. Was eine Anwendung schon erhalten hat, kann noch einige Minuten gelten.',
    confirm: 'Überall abmelden',
    done: '{name} wurde überall abgemeldet',
  },
  devices: {
    title: 'Geräte',
    description:
      'Anwendungen auf diesen Geräten bleiben angemeldet, ohne noch einmal nach dem Passwort zu fragen.',
    listOf: 'Geräte von {name}',
    groups: 'Arten von Tokens',
    steady: 'Dauerhafte Tokens',
    rotating: 'Erneuerte Tokens',
    steadyMeans: 'Das Token dieser Anwendungen bleibt dasselbe, bis es abläuft oder entzogen wird.',
    rotatingMeans:
      'Diese Anwendungen bekommen bei jedem Gebrauch ein neues Token, wie viele auf Telefonen und im Browser.',
    noneTitle: 'Keine Geräte',
    noSteady:
      'Keine Anwendung hält {name} mit einem dauerhaften Token angemeldet. Sehen Sie auch bei den erneuerten Tokens nach.',
    noRotating:
      'Keine Anwendung hält {name} mit einem erneuerten Token angemeldet. Sehen Sie auch bei den dauerhaften Tokens nach.',
    device: 'Gerät',
    application: 'Anwendung',
    holds: 'Besitzt',
    publicKey: 'Einen öffentlichen Schlüssel',
    refreshToken: 'Ein Aktualisierungstoken',
    nameless: 'einem Gerät ohne Namen',
    namelessLead: 'Ein Gerät ohne Namen',
    signOut: 'Abmelden',
    signOutOn: 'Auf {device} abmelden',
    signOutTitle: '{name} auf {device} abmelden?',
    signOutMeans:
      'Die Anwendung dort fordert {name} auf, sich neu anzumelden. Andere Geräte und Sitzungen bleiben, wie sie sind.',
    signedOut: '{name} wurde auf {device} abgemeldet',
  },
  sessions: {
    title: 'Sitzungen',
    description: 'Browser, in denen dieser Benutzer angemeldet ist.',
    listOf: 'Sitzungen von {name}',
    unlistedTitle: 'Der Tenant führt die Sitzungen nicht auf',
    unlisted:
      'Auth0 führt sie in Enterprise-Tarifen auf, und nur einer Konsole mit dem Recht read:sessions. Überall abmelden lässt sich {name} auch ohne die Liste.',
    noneTitle: 'Keine Sitzungen',
    none: '{name} ist zurzeit in keinem Browser angemeldet.',
    ip: 'IP-Adresse',
    applications: 'Anwendungen',
    signedIn: 'Angemeldet',
    lastActive: 'Zuletzt aktiv',
    ends: 'Endet',
  },
  multifactor: {
    title: 'Zweite Faktoren',
    description: 'Womit dieser Benutzer eine Anmeldung zusätzlich zum Passwort bestätigt.',
    listOf: 'Zweite Faktoren von {name}',
    noneTitle: 'Kein zweiter Faktor',
    none: '{name} hat weder einen zweiten Faktor noch einen Passkey eingerichtet.',
    kind: 'Art',
    detail: 'Name oder Nummer',
    setUp: 'Eingerichtet',
    lastUsed: 'Zuletzt benutzt',
    unfinished: 'Nicht fertig eingerichtet',
    remove: 'Entfernen',
    removeOne: '{factor} entfernen',
    removeOneTitle: 'Einen zweiten Faktor von {name} entfernen?',
    removeOneMeans: '{factor}: {name} kann damit keine Anmeldung mehr bestätigen. Die anderen bleiben.',
    removeFactor: 'Faktor entfernen',
    removedOne: 'Ein zweiter Faktor von {name} wurde entfernt',
    removeAll: 'Alle entfernen',
    removeAllTitle: 'Alle zweiten Faktoren von {name} entfernen?',
    removeAllMeans:
      '{name} meldet sich ohne zweiten Faktor an, bis ein neuer eingerichtet ist. Wo der Tenant einen verlangt, fragt die nächste Anmeldung danach.',
    removedAll: 'Alle zweiten Faktoren von {name} wurden entfernt',
  },
} satisfies Translation<typeof english>;
