import type { Translation } from '../catalogue.ts';
import type english from '../en/pages.ts';

export default {
  notFound: 'Nicht gefunden',
  noSuchUser: 'Diesen Benutzer gibt es nicht, oder er gehört nicht zu Ihren',
  noSuchUserWhy: 'Der Link kann veraltet sein, oder jemand anders verwaltet diesen Benutzer inzwischen.',
  seeYourUsers: 'Zu Ihren Benutzern',
  noSuchPage: 'Diese Seite gibt es nicht',
  noSuchPageWhy: 'Die Adresse ist vielleicht vertippt oder veraltet.',
  goToYourUsers: 'Zu Ihren Benutzern',
  pageFailed: 'Diese Seite ist gescheitert',
  pageFailedWhy: 'Die Konsole konnte diese Seite wegen eines eigenen Fehlers nicht zeigen.',
  pageFailedAdvice:
    'Das Ansehen einer Seite ändert nichts, also ging nichts verloren. Wenn es wieder geschieht, nennen Sie der Administration die Kennung.',
  tryAgain: 'Erneut versuchen',
  signInFailed: 'Anmeldung gescheitert',
  youAreNotSignedIn: 'Sie sind nicht angemeldet',
  signInAgain: 'Erneut anmelden',
  signInCameToNothing: 'Die Anmeldung ist nicht zustande gekommen. {reason}',
  signInReason: {
    refused:
      'Sie wurde dort, wo Sie sich anmelden, abgebrochen oder abgelehnt. Wenn Sie sie nicht selbst abgebrochen haben, fragen Sie Ihre Administration.',
    expired:
      'Sie hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Mit Ihrem Konto ist alles in Ordnung.',
    unavailable:
      'Der Dienst, bei dem Sie sich anmelden, antwortet nicht. Versuchen Sie es gleich noch einmal.',
    failed:
      'Der Antwort des Dienstes war nicht zu trauen. Die Administration findet den Grund im Protokoll des Servers.',
  },
  signedIn: 'Angemeldet',
  signedInAs: 'Sie sind angemeldet als {name}',
  closeThisTab:
    'Schließen Sie diesen Tab. Ihre Eingaben stehen noch im anderen; dort können Sie sie jetzt speichern.',
  signedOut: 'Abgemeldet',
  youAreSignedOut: 'Sie sind abgemeldet',
  signIn: 'Anmelden',
  nobodySeesAnything: 'Bis sich jemand anmeldet, kann hier niemand etwas sehen oder ändern.',
  stillSignedInElsewhere:
    'Dort, wo Sie sich angemeldet haben, sind Sie vielleicht noch angemeldet. Melden Sie sich an einem Computer, den auch andere benutzen, auch dort ab.',
} satisfies Translation<typeof english>;
