/** What is said of who signed in, and of requests that do not come from the console’s pages. */
export const signInSentences = {
  'Your sign-in at {at} tells no e-mail address, so you cannot be found among the users of this tenant. Ask your administrator.':
    'Ihre Anmeldung bei {at} nennt keine E-Mail-Adresse; deshalb sind Sie unter den Benutzern dieses Tenants nicht zu finden. Fragen Sie Ihre Administration.',
  'Your sign-in at {at} tells an odd e-mail address, so you cannot be found among the users of this tenant. Ask your administrator.':
    'Ihre Anmeldung bei {at} nennt eine ungültige E-Mail-Adresse; deshalb sind Sie unter den Benutzern dieses Tenants nicht zu finden. Fragen Sie Ihre Administration.',
  'Your e-mail address {address} is not verified at {at}. Have it verified there, then sign out here and sign in again.':
    'Ihre E-Mail-Adresse {address} ist bei {at} nicht bestätigt. Lassen Sie sie dort bestätigen; melden Sie sich dann hier ab und wieder an.',
  'You can sign in, but you are not a user of this tenant. Ask your administrator.':
    'Sie können sich anmelden, sind aber kein Benutzer dieses Tenants. Fragen Sie Ihre Administration.',
  'Several users of this tenant have the e-mail address {address}, so it is not clear which of them you are. Ask your administrator.':
    'Mehrere Benutzer dieses Tenants haben die E-Mail-Adresse {address}; deshalb ist nicht klar, wer davon Sie sind. Fragen Sie Ihre Administration.',
  'The e-mail address {address} is not verified in this tenant, so it does not show that you are its user. Ask your administrator.':
    'Die E-Mail-Adresse {address} ist in diesem Tenant nicht bestätigt und belegt deshalb nicht, dass sie Ihnen gehört. Fragen Sie Ihre Administration.',
  'You can sign in as {address}, but you are not a user of this tenant. Ask your administrator to add you.':
    'Sie können sich als {address} anmelden, sind aber kein Benutzer dieses Tenants. Bitten Sie Ihre Administration, Sie aufzunehmen.',
  'You are blocked in this tenant. Ask your administrator.':
    'Sie sind in diesem Tenant gesperrt. Fragen Sie Ihre Administration.',
  'This request did not come from the console’s own pages. Nothing was changed.':
    'Diese Anfrage kam nicht von den eigenen Seiten der Konsole. Es wurde nichts geändert.',
  'The request has a form that the console does not know. Nothing was changed; load the page again.':
    'Die Anfrage hat eine Form, die die Konsole nicht kennt. Es wurde nichts geändert; laden Sie die Seite neu.',
  'The request has a form that the console does not know at “{place}”. Nothing was changed; load the page again.':
    'Die Anfrage hat bei „{place}“ eine Form, die die Konsole nicht kennt. Es wurde nichts geändert; laden Sie die Seite neu.',
} as const;
