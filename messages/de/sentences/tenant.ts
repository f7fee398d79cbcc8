/** What is said of calls to the tenant that failed, or that may have failed. */
export const tenantSentences = {
  'The tenant does not accept this console’s own credentials. Nothing was changed. Tell an administrator.':
    'Der Tenant nimmt die eigenen Zugangsdaten dieser Konsole nicht an. Es wurde nichts geändert. Sagen Sie es der Administration.',
  'The tenant does not let this console do this. Nothing was changed. Tell an administrator.':
    'Der Tenant lässt diese Konsole das nicht tun. Es wurde nichts geändert. Sagen Sie es der Administration.',
  'The tenant does not let this console do this ({said}). Nothing was changed. Tell an administrator.':
    'Der Tenant lässt diese Konsole das nicht tun ({said}). Es wurde nichts geändert. Sagen Sie es der Administration.',
  'This is more than the tenant takes at once. Nothing was changed.':
    'Das ist mehr, als der Tenant auf einmal annimmt. Es wurde nichts geändert.',
  'The tenant is limiting requests. Nothing was changed; try again in {time}.':
    'Der Tenant begrenzt die Anfragen. Es wurde nichts geändert; versuchen Sie es in {time} noch einmal.',
  'The tenant has a fault at the moment. Nothing was changed; try again in {time}.':
    'Der Tenant ist zurzeit gestört. Es wurde nichts geändert; versuchen Sie es in {time} noch einmal.',
  'This console has too much to do at the moment. Nothing was changed; try again in {time}.':
    'Diese Konsole hat gerade zu viel zu tun. Es wurde nichts geändert; versuchen Sie es in {time} noch einmal.',
  'The tenant does not answer at the moment. Nothing was changed; try again in {time}.':
    'Der Tenant antwortet zurzeit nicht. Es wurde nichts geändert; versuchen Sie es in {time} noch einmal.',
  'The tenant has had a fault for {time}; the next attempt is in {next}. Nothing was changed.':
    'Der Tenant ist seit {time} gestört; der nächste Versuch folgt in {next}. Es wurde nichts geändert.',
  'The tenant has not answered for {time}; the next attempt is in {next}. Nothing was changed.':
    'Der Tenant antwortet seit {time} nicht; der nächste Versuch folgt in {next}. Es wurde nichts geändert.',
  'This console has used up its calls to the tenant for the moment. Nothing was changed; try again in {time}.':
    'Diese Konsole hat ihre Anfragen an den Tenant für den Augenblick aufgebraucht. Es wurde nichts geändert; versuchen Sie es in {time} noch einmal.',
  'The tenant refused this: {said} Nothing was changed.':
    'Der Tenant hat das abgelehnt: {said} Es wurde nichts geändert.',
  'The tenant refused this (status {status}). Nothing was changed.':
    'Der Tenant hat das abgelehnt (Status {status}). Es wurde nichts geändert.',
  'The tenant refused this: {said}': 'Der Tenant hat das abgelehnt: {said}',
  'The tenant does not take this password.': 'Der Tenant nimmt dieses Passwort nicht an.',
  'a moment': 'einem Augenblick',
  'one second': 'einer Sekunde',
  '{seconds} seconds': '{seconds} Sekunden',

  'The tenant had a fault, and the user was not created. Try again in a moment.':
    'Der Tenant war gestört, und der Benutzer wurde nicht angelegt. Versuchen Sie es gleich noch einmal.',
  'The tenant did not confirm that the user was created. It may still have been: look before you try again.':
    'Der Tenant hat nicht bestätigt, dass der Benutzer angelegt wurde. Es kann trotzdem geschehen sein: Sehen Sie nach, bevor Sie es noch einmal versuchen.',
  'The tenant had a fault, and the user was not changed. Try again in a moment.':
    'Der Tenant war gestört, und der Benutzer wurde nicht geändert. Versuchen Sie es gleich noch einmal.',
  'The tenant did not confirm that the user was changed. It may still have been: look before you try again.':
    'Der Tenant hat nicht bestätigt, dass der Benutzer geändert wurde. Es kann trotzdem geschehen sein: Sehen Sie nach, bevor Sie es noch einmal versuchen.',
  'The tenant had a fault, and the user was not deleted. Try again in a moment.':
    'Der Tenant war gestört, und der Benutzer wurde nicht gelöscht. Versuchen Sie es gleich noch einmal.',
  'The tenant did not confirm that the user was deleted. It may still have been: look before you try again.':
    'Der Tenant hat nicht bestätigt, dass der Benutzer gelöscht wurde. Es kann trotzdem geschehen sein: Sehen Sie nach, bevor Sie es noch einmal versuchen.',

  'The tenant had a fault: it is not so that the sign-in blocks were lifted. Try again in a moment.':
    'Der Tenant war gestört: Die Anmeldesperren wurden nicht aufgehoben. Versuchen Sie es gleich noch einmal.',
  'The tenant had a fault: it is not so that the second factor was removed. Try again in a moment.':
    'Der Tenant war gestört: Der zweite Faktor wurde nicht entfernt. Versuchen Sie es gleich noch einmal.',
  'The tenant did not confirm that the second factor was removed. It may still happen: look before you try again.':
    'Der Tenant hat nicht bestätigt, dass der zweite Faktor entfernt wurde. Es kann noch geschehen: Sehen Sie nach, bevor Sie es noch einmal versuchen.',
  'The tenant had a fault: it is not so that the second factors were removed. Try again in a moment.':
    'Der Tenant war gestört: Die zweiten Faktoren wurden nicht entfernt. Versuchen Sie es gleich noch einmal.',
  'The tenant did not confirm that the second factors were removed. It may still happen: look before you try again.':
    'Der Tenant hat nicht bestätigt, dass die zweiten Faktoren entfernt wurden. Es kann noch geschehen: Sehen Sie nach, bevor Sie es noch einmal versuchen.',
  'The tenant had a fault: it is not so that the device was signed out. Try again in a moment.':
    'Der Tenant war gestört: Das Gerät wurde nicht abgemeldet. Versuchen Sie es gleich noch einmal.',
  'The tenant did not confirm that the device was signed out. It may still happen: look before you try again.':
    'Der Tenant hat nicht bestätigt, dass das Gerät abgemeldet wurde. Es kann noch geschehen: Sehen Sie nach, bevor Sie es noch einmal versuchen.',
  'The tenant had a fault: it is not so that the sessions ended and the tokens were taken back. Try again in a moment.':
    'Der Tenant war gestört: Die Sitzungen wurden nicht beendet und die Token nicht entzogen. Versuchen Sie es gleich noch einmal.',
  'The tenant did not confirm that the sessions ended and the tokens were taken back. It may still happen: look before you try again.':
    'Der Tenant hat nicht bestätigt, dass die Sitzungen beendet und die Token entzogen wurden. Es kann noch geschehen: Sehen Sie nach, bevor Sie es noch einmal versuchen.',
  'The tenant had a fault: it is not so that the user was added to {name}. Try again in a moment.':
    'Der Tenant war gestört: Der Benutzer wurde nicht in {name} aufgenommen. Versuchen Sie es gleich noch einmal.',
  'The tenant did not confirm that the user was added to {name}. It may still happen: look before you try again.':
    'Der Tenant hat nicht bestätigt, dass der Benutzer in {name} aufgenommen wurde. Es kann noch geschehen: Sehen Sie nach, bevor Sie es noch einmal versuchen.',
  'The tenant had a fault: it is not so that the user was removed from {name}. Try again in a moment.':
    'Der Tenant war gestört: Der Benutzer wurde nicht aus {name} entfernt. Versuchen Sie es gleich noch einmal.',
  'The tenant did not confirm that the user was removed from {name}. It may still happen: look before you try again.':
    'Der Tenant hat nicht bestätigt, dass der Benutzer aus {name} entfernt wurde. Es kann noch geschehen: Sehen Sie nach, bevor Sie es noch einmal versuchen.',
  'The user or {name} no longer exists. Nothing was changed; load the page again.':
    'Den Benutzer oder {name} gibt es nicht mehr. Es wurde nichts geändert; laden Sie die Seite neu.',
  'The tenant had a fault: it is not so that the roles were assigned. Try again in a moment.':
    'Der Tenant war gestört: Die Rollen wurden nicht zugewiesen. Versuchen Sie es gleich noch einmal.',
  'The tenant did not confirm that the roles were assigned. It may still happen: look before you try again.':
    'Der Tenant hat nicht bestätigt, dass die Rollen zugewiesen wurden. Es kann noch geschehen: Sehen Sie nach, bevor Sie es noch einmal versuchen.',
  'The tenant had a fault: it is not so that the roles were removed. Try again in a moment.':
    'Der Tenant war gestört: Die Rollen wurden nicht entfernt. Versuchen Sie es gleich noch einmal.',
  'The tenant did not confirm that the roles were removed. It may still happen: look before you try again.':
    'Der Tenant hat nicht bestätigt, dass die Rollen entfernt wurden. Es kann noch geschehen: Sehen Sie nach, bevor Sie es noch einmal versuchen.',
  'The user or one of these roles no longer exists. Nothing was changed; load the page again.':
    'Den Benutzer oder eine dieser Rollen gibt es nicht mehr. Es wurde nichts geändert; laden Sie die Seite neu.',
  'The tenant did not confirm that the mail was sent. It may still arrive: ask the user before you send another.':
    'Der Tenant hat nicht bestätigt, dass die E-Mail gesendet wurde. Sie kann noch ankommen: Fragen Sie den Benutzer, bevor Sie noch eine senden.',
  'This user has no e-mail address, so no mail was sent.':
    'Dieser Benutzer hat keine E-Mail-Adresse; deshalb wurde keine E-Mail gesendet.',
  'The tenant did not confirm that the sign-in blocks were lifted. Try again in a moment; lifting them twice does no harm.':
    'Der Tenant hat nicht bestätigt, dass die Anmeldesperren aufgehoben wurden. Versuchen Sie es gleich noch einmal; sie zweimal aufzuheben schadet nicht.',

  'The connection {connection} no longer exists in the tenant. Nothing was changed.':
    'Die Verbindung {connection} gibt es im Tenant nicht mehr. Es wurde nichts geändert.',

  'This is no place in the log to read on from.':
    'Das ist keine Stelle im Log, von der aus weitergelesen werden kann.',
  'The tenant cannot search its log for this. Search for something shorter or simpler.':
    'Danach kann der Tenant sein Log nicht durchsuchen. Suchen Sie nach etwas Kürzerem oder Einfacherem.',
  'Only the first {count} users of a search can be shown. Search for something narrower.':
    'Von einer Suche können nur die ersten {count} Benutzer gezeigt werden. Suchen Sie nach etwas Genauerem.',
  'The tenant cannot search for this. Search for something shorter or simpler.':
    'Danach kann der Tenant nicht suchen. Suchen Sie nach etwas Kürzerem oder Einfacherem.',
} as const;
