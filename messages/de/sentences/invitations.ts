/** Why somebody cannot be invited. */
export const invitationSentences = {
  'Nobody can be invited here: enter a password instead. Nothing was changed.':
    'Hier kann niemand eingeladen werden: Geben Sie stattdessen ein Passwort ein. Es wurde nichts geändert.',
  'Who is invited sets their own password, so none can be sent here.':
    'Wer eingeladen wird, legt das Passwort selbst fest; hier kann deshalb keines mitgegeben werden.',
  'An invitation needs an e-mail address to go to.': 'Eine Einladung braucht eine E-Mail-Adresse.',
  'No password could be made at random that meets the rules of the connection. Nothing was changed; enter one instead of inviting.':
    'Es ließ sich kein zufälliges Passwort bilden, das die Regeln der Verbindung erfüllt. Es wurde nichts geändert; geben Sie eines ein, statt einzuladen.',
} as const;
