/** What is said of a hook, or of a function whose text a hook gave, that ended without an answer. */
export const hookFailureSentences = {
  'The {hook} hook': 'Der Hook {hook}',
  "The {hook} hook's answer": 'Die Antwort des Hooks {hook}',
  'The settings hook’s {name} for “{property}”': 'Die Funktion {name} des Hooks settings für „{property}“',
  'The answer of the settings hook’s {name} for “{property}”':
    'Die Antwort der Funktion {name} des Hooks settings für „{property}“',
  ' at line {line}': ' in Zeile {line}',
  ' at line {line}, column {column}': ' in Zeile {line}, Spalte {column}',
  '{subject} failed{place}: {detail}.': '{subject} ist fehlgeschlagen{place}: {detail}.',
  'it threw an error without a message': 'ein Fehler ohne Meldung wurde geworfen',
  '{subject} cannot be read{place}: {detail}.': '{subject} kann nicht gelesen werden{place}: {detail}.',
  '{subject} must be a function (ctx, callback){place}: {detail}.':
    '{subject} muss eine Funktion (ctx, callback) sein{place}: {detail}.',
  '{subject} ended without calling callback, and nothing is left that could call it: {detail}.':
    '{subject} hat geendet, ohne callback aufzurufen, und nichts ist übrig, das es noch könnte: {detail}.',
  '{subject} ended without calling callback, and nothing is left that could call it.':
    '{subject} hat geendet, ohne callback aufzurufen, und nichts ist übrig, das es noch könnte.',
  '{subject} was stopped: it used more than {cpuMs} ms of processor time.':
    '{subject} wurde angehalten: mehr als {cpuMs} ms Rechenzeit verbraucht.',
  '{subject} was stopped: it used more than {cpuMs} ms of processor time (last seen{place}).':
    '{subject} wurde angehalten: mehr als {cpuMs} ms Rechenzeit verbraucht (zuletzt{place}).',
  '{subject} was stopped{place}: it did not call callback within {waitMs} ms.':
    '{subject} wurde angehalten{place}: callback wurde nicht innerhalb von {waitMs} ms aufgerufen.',
  '{subject} was stopped{place}: it needs more memory than the {memory} it may use.':
    '{subject} wurde angehalten{place}: Erlaubt sind {memory} Speicher, gebraucht wird mehr.',
  '{answer} is too large: {bytes} bytes, where {bytesMax} are allowed.':
    '{answer} ist zu groß: {bytes} Bytes, wo {bytesMax} erlaubt sind.',
  '{answer} cannot be used{place}: {detail}.': '{answer} ist nicht zu gebrauchen{place}: {detail}.',
  '{subject} was not run: {detail}.': '{subject} wurde nicht ausgeführt: {detail}.',
  '{subject} was stopped: each time it was about to write its custom data, others had written theirs. Try again in a moment.':
    '{subject} wurde angehalten: Jedes Mal, wenn eigene Daten geschrieben werden sollten, hatten andere ihre geschrieben. Versuchen Sie es gleich noch einmal.',
  '{subject} was not run: too many hooks are waiting. Try again in a moment.':
    '{subject} wurde nicht ausgeführt: Zu viele Hooks warten. Versuchen Sie es gleich noch einmal.',
  '{subject} was stopped{place}: {detail}.': '{subject} wurde angehalten{place}: {detail}.',
  '{subject} refused without giving a reason.': '{subject} hat ohne Begründung abgelehnt.',
} as const;
