/** What is said of publishing a former version of a hook. */
export const hookVersionSentences = {
  'There is no such version of this hook.': 'Diese Version des Hooks gibt es nicht.',
  'This version cannot be used: {why} Nothing was changed.':
    'Diese Version ist nicht zu verwenden: {why} Es wurde nichts geändert.',
  'Another version of this hook has come into force meanwhile. Nothing was changed; load the page again.':
    'Inzwischen gilt eine andere Version dieses Hooks. Es wurde nichts geändert; laden Sie die Seite neu.',
} as const;
