import type { Translation } from '../catalogue.ts';
import type english from '../en/failure.ts';

export default {
  title: 'Die Konsole ist gescheitert',
  what: 'Ein eigener Fehler hindert sie daran, etwas zu zeigen. Durch das Ansehen dieser Seite wurde nichts geändert.',
  errorId: 'Fehlerkennung',
  tryAgain: 'Erneut versuchen',
} satisfies Translation<typeof english>;
