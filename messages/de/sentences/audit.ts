/** What is said of the audit trail. */
export const auditSentences = {
  'This cannot be written into the audit trail at the moment, so nothing was changed and nothing is shown. Try again in a moment; if it stays like this, tell an administrator.':
    'Das lässt sich zurzeit nicht im Prüfprotokoll festhalten, deshalb wurde nichts geändert und wird nichts gezeigt. Versuchen Sie es gleich noch einmal; bleibt es dabei, sagen Sie es der Administration.',
} as const;
