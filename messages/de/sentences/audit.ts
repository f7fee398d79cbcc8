/** What is said of the audit trail. */
export const auditSentences = {
  'This cannot be written into the audit trail at the moment, so nothing was changed and nothing is shown. Try again in a moment; if it stays like this, tell an administrator.':
    'Das lässt sich zurzeit nicht im Prüfprotokoll festhalten, deshalb wurde nichts geändert und wird nichts gezeigt. Versuchen Sie es gleich noch einmal; bleibt es dabei, sagen Sie es der Administration.',
  'There is no such record, or it is not about one of your users.':
    'Diesen Eintrag gibt es im Protokoll nicht, oder er betrifft keinen Ihrer Benutzer.',
  'The download was broken off.': 'Der Download wurde abgebrochen.',
  'This tenant has neither an access nor a filter hook, so only an administrator sees its records. Tell an administrator.':
    'Dieser Tenant hat weder den Hook access noch den Hook filter; deshalb sieht nur die Administration das Protokoll. Sagen Sie es der Administration.',
} as const;
