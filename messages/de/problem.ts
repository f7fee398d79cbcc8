import type { Translation } from '../catalogue.ts';
import type english from '../en/problem.ts';

export default {
  refusedByHook: 'Abgelehnt durch die Regeln Ihrer Organisation ({hook}).',
  hookFailed: 'Der Hook „{hook}“ ist fehlgeschlagen.',
  saved: 'Gespeichert',
  notSaved: 'Nicht gespeichert',
  parts: '{title}: {parts}.',
  tryAgain: 'Erneut versuchen',
  triesByItself: 'Diese Seite versucht es auch von selbst.',
  signOut: 'Abmelden',
  tooMuchText: 'Das ist mehr Text, als auf einmal gespeichert werden kann. Es wurde nichts gesendet.',
  consoleRenewed:
    'Die Konsole wurde erneuert, seit Sie diese Seite geöffnet haben. Es wurde nichts gespeichert. Kopieren Sie, was Sie brauchen, und laden Sie die Seite neu.',
  slow: 'Der Tenant antwortet langsam.',
  slowDetail: 'Ihr Auftrag ist unterwegs. Bleiben Sie hier: In wenigen Sekunden lesen Sie, wie er ausging.',
  noAnswer:
    'Die Konsole hat nicht geantwortet. Ob etwas gespeichert wurde, ist nicht bekannt: Sehen Sie nach, bevor Sie es noch einmal versuchen.',
} satisfies Translation<typeof english>;
