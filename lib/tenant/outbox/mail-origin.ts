import type { IncomingHttpHeaders } from 'node:http';
import type { Mail } from './send-mail.ts';

/** Under which domain and for which client a call wants a mail to speak: what Auth0 reads from header and body. */
export function mailOrigin(
  headers: IncomingHttpHeaders,
  clientId?: string,
): Pick<Mail, 'customDomain' | 'clientId'> {
  const customDomain = headers['auth0-custom-domain'];
  return {
    ...(typeof customDomain === 'string' && { customDomain }),
    ...(clientId !== undefined && { clientId }),
  };
}
