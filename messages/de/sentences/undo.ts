/** What is said of undoing what a record tells of, and of making a deleted user again. */
export const undoSentences = {
  'Nothing was changed by looking at something, so there is nothing to undo.':
    'Durch Ansehen wurde nichts geändert; es gibt nichts rückgängig zu machen.',
  'Nothing is known to have been changed, so there is nothing to undo.':
    'Es ist nicht bekannt, dass etwas geändert wurde; es gibt nichts rückgängig zu machen.',
  'A deleted user can be restored for 30 days, which are over.':
    'Wer gelöscht wurde, lässt sich 30 Tage lang wiederherstellen; sie sind vorüber.',
  'A user who was made is not undone but deleted, on the user’s page.':
    'Wer angelegt wurde, wird auf der eigenen Seite gelöscht; rückgängig machen lässt sich das hier nicht.',
  'A mail that was sent cannot be taken back.': 'Eine verschickte E-Mail lässt sich nicht zurückholen.',
  'Blocks that wrong passwords had brought about are not put back.':
    'Sperren nach falschen Passwörtern werden nicht wieder gesetzt.',
  'A second factor cannot be put back: the user sets it up again.':
    'Ein zweiter Faktor lässt sich nicht zurückgeben; er wird vom Benutzer neu eingerichtet.',
  'Whoever was signed out stays so, and signs in again.':
    'Wer abgemeldet wurde, bleibt es und meldet sich neu an.',
  'There is no way back from this.': 'Das lässt sich nicht rückgängig machen.',
  'A deleted user is restored, not undone.':
    'Eine Löschung wird nicht rückgängig gemacht; der Benutzer wird wiederhergestellt.',
  'You see only a part of this user, so you cannot undo what was done to them.':
    'Sie sehen nur einen Teil dieses Benutzers und können deshalb nichts an ihm rückgängig machen.',
  'The user is blocked again.': 'Der Benutzer ist wieder gesperrt.',
  'The user is not blocked any more.': 'Der Benutzer ist nicht mehr gesperrt.',
  'This user has been changed since.': 'Dieser Benutzer wurde seither geändert.',
  'Nothing was undone.': 'Es wurde nichts rückgängig gemacht.',
  '{label} is empty now.': '{label} ist jetzt leer.',
  '{label} is “{text}” now.': '{label} ist jetzt „{text}“.',
  'What was changed is none of the fields that you can change here, so it cannot be undone here.':
    'Was geändert wurde, ist keines der Felder, die Sie hier ändern können, und lässt sich hier nicht rückgängig machen.',
  'Of what was changed nothing is to be seen in the profile, as with a password, so it cannot be undone.':
    'Von der Änderung ist im Profil nichts zu sehen, wie bei einem Passwort; sie lässt sich nicht rückgängig machen.',
  'Nothing was changed by this, so there is nothing to undo.':
    'Damit wurde nichts geändert; es gibt nichts rückgängig zu machen.',
  'The user does not have {name} any more.': 'Der Benutzer hat {name} nicht mehr.',
  'The user has {name} again.': 'Der Benutzer hat {name} wieder.',
  'This is being undone at this moment. Load the page again.':
    'Das wird gerade rückgängig gemacht. Laden Sie die Seite neu.',
  'This was undone already. What undid it can be undone in its turn.':
    'Das wurde schon rückgängig gemacht. Was es rückgängig gemacht hat, lässt sich seinerseits rückgängig machen.',

  'Only users of this tenant’s own databases can be restored. Others are there again when they sign in.':
    'Nur Benutzer aus den eigenen Datenbanken dieses Tenants lassen sich wiederherstellen. Andere sind wieder da, sobald sie sich anmelden.',
  '{name} is being restored at this moment. Look again in a few minutes.':
    '{name} wird gerade wiederhergestellt. Sehen Sie in einigen Minuten nach.',
  '{name} is there already, so there is nothing to restore.':
    '{name} ist schon da; es gibt nichts wiederherzustellen.',
  'The tenant has begun to restore {name} and has not finished. It goes on by itself: look again in a few minutes. What becomes of it will stand in the audit trail.':
    'Der Tenant hat begonnen, {name} wiederherzustellen, und ist noch nicht fertig. Es läuft von selbst weiter: Sehen Sie in einigen Minuten nach. Was daraus wird, steht im Prüfprotokoll.',
  'The tenant did not confirm that it restores {name}. Whether it does is looked up from here: look again in a few minutes. What becomes of it will stand in the audit trail.':
    'Der Tenant hat nicht bestätigt, dass er {name} wiederherstellt. Ob er es tut, wird von hier aus verfolgt: Sehen Sie in einigen Minuten nach. Was daraus wird, steht im Prüfprotokoll.',
  'Somebody with the same id, e-mail address or username is there already, so {name} was not restored. Nothing was changed.':
    'Jemand mit derselben Kennung, E-Mail-Adresse oder demselben Benutzernamen ist schon da; {name} wurde nicht wiederhergestellt. Es wurde nichts geändert.',
  'The tenant did not restore {name}: {reasons} Nothing was changed.':
    'Der Tenant hat {name} nicht wiederhergestellt: {reasons} Es wurde nichts geändert.',
  'The tenant did not restore {name}, and does not say why. Nothing was changed.':
    'Der Tenant hat {name} nicht wiederhergestellt und nennt keinen Grund. Es wurde nichts geändert.',
  '{name} was restored, but not everything. Not done: {missing}. {reason}':
    '{name} wurde wiederhergestellt, aber nicht alles. Nicht geschehen: {missing}. {reason}',
  Roles: 'Rollen',
  Organizations: 'Organisationen',
  'Password-reset mail': 'E-Mail zum Zurücksetzen des Passworts',
} as const;
