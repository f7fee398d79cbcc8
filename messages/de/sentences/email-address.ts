/** What is wrong with an e-mail address. The browser says these too, as one types. */
export const emailAddressSentences = {
  'An e-mail address has exactly one @.': 'Eine E-Mail-Adresse hat genau ein @.',
  'An e-mail address holds no blanks or invisible characters.':
    'Eine E-Mail-Adresse enthält keine Leerzeichen und keine unsichtbaren Zeichen.',
  'An e-mail address holds no quotes, commas or brackets.':
    'Eine E-Mail-Adresse enthält keine Anführungszeichen, Kommas oder Klammern.',
  'The part before the @ has at most 64 characters.': 'Der Teil vor dem @ hat höchstens 64 Zeichen.',
  'The part before the @ is not that of an e-mail address.':
    'Der Teil vor dem @ ist nicht der einer E-Mail-Adresse.',
  'The part after the @ is not a domain such as example.com.':
    'Der Teil nach dem @ ist keine Domain wie example.com.',
  'An e-mail address has at most 254 characters.': 'Eine E-Mail-Adresse hat höchstens 254 Zeichen.',
} as const;

/** One of these sentences, in English. */
export type EmailAddressProblem = keyof typeof emailAddressSentences;
