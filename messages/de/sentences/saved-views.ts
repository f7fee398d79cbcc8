/** What is said of lists of users that people keep under names. */
export const savedViewSentences = {
  'A view needs a name.': 'Eine Ansicht braucht einen Namen.',
  'The name of a view has at most {max} characters.': 'Der Name einer Ansicht hat höchstens {max} Zeichen.',
  'You already have a view called “{name}”.': 'Sie haben schon eine Ansicht namens „{name}“.',
  'There already is a shared view called “{name}”.': 'Es gibt schon eine gemeinsame Ansicht namens „{name}“.',
  'You have {max} views, which is as many as one person can keep. Nothing was changed; delete one first.':
    'Sie haben {max} Ansichten; mehr kann niemand speichern. Es wurde nichts geändert; löschen Sie zuerst eine.',
  'There are {max} shared views, which is as many as there can be. Nothing was changed; delete one first.':
    'Es gibt {max} gemeinsame Ansichten; mehr können es nicht sein. Es wurde nichts geändert; löschen Sie zuerst eine.',
  'There is no such view any more, or it is not one of yours. Nothing was changed.':
    'Diese Ansicht gibt es nicht mehr, oder sie gehört nicht Ihnen. Es wurde nichts geändert.',
  'Only administrators share views and change shared ones. Nothing was changed.':
    'Ansichten teilen und gemeinsame Ansichten ändern darf nur die Administration. Es wurde nichts geändert.',
  'This is not the list of users. Nothing was saved.':
    'Das ist nicht die Liste der Benutzer. Es wurde nichts gespeichert.',
  'This search is too long to be kept as a view. Nothing was saved.':
    'Diese Suche ist zu lang, um sie als Ansicht zu speichern. Es wurde nichts gespeichert.',
  'The console’s own data cannot be reached at the moment, so your views cannot be shown. Try again in a moment.':
    'Die eigenen Daten der Konsole sind zurzeit nicht erreichbar; deshalb können Ihre Ansichten nicht gezeigt werden. Versuchen Sie es gleich noch einmal.',
  'The console’s own data cannot be reached at the moment, so it is not known whether your views were changed. Look at them before you try again.':
    'Die eigenen Daten der Konsole sind zurzeit nicht erreichbar; deshalb ist nicht bekannt, ob Ihre Ansichten geändert wurden. Sehen Sie sie an, bevor Sie es noch einmal versuchen.',
} as const;
