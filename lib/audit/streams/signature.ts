import { createHmac } from 'node:crypto';

/**
 * What proves that a body comes from here and when it was sent: `t=1700000000,v1=…`, the HMAC-SHA256 in hexadecimal
 * of the time, a full stop and the body.
 * @param timeSeconds seconds since 1970
 */
export function signatureOf(secret: string, body: string, timeSeconds: number): string {
  const mac = createHmac('sha256', secret).update(`${timeSeconds}.${body}`).digest('hex');
  return `t=${timeSeconds},v1=${mac}`;
}
