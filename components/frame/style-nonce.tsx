'use client';
import { useState } from 'react';

/**
 * Tells React Aria with which nonce a style may come into this page. A refresh renders the frame anew with the nonce of
 * its own request, while the browser goes by that of the page's first answer; so that one stays.
 */
export function StyleNonce({ nonce }: { nonce: string }) {
  const [ofThisPage] = useState(nonce);
  return <meta property="csp-nonce" nonce={ofThisPage} content="" />;
}
