import type { JsonObject } from '#lib/json.ts';

/** Somebody who signs in at the company: the claims about them. Their `sub` says nothing to the tenant. */
export type CompanyPerson = JsonObject & { sub: string; name: string };

const kelly = { name: 'Kelly Brandt', email: 'kelly@example.com', email_verified: true };

/**
 * The company’s people by the name that the sign-in page offers them under: those of the demo, and some whom the
 * tenant does not know or who cannot prove their address.
 */
export const companyPeople: Readonly<Record<string, CompanyPerson>> = {
  kelly: { sub: 'staff-1001', ...kelly },
  ivan: { sub: 'staff-1002', name: 'Ivan Petrov', email: 'Ivan@Example.com', email_verified: true },
  amir: { sub: 'staff-1003', name: 'Amir Haddad', email: 'amir@example.com', email_verified: true },
  olga: { sub: 'staff-1004', name: 'Olga Nowak', email: 'olga@example.com', email_verified: true },
  noor: { sub: 'staff-1005', name: 'Noor Rahman', email: 'noor@example.com', email_verified: true },
  pia: { sub: 'staff-1006', name: 'Pia Lindqvist', email: 'pia@example.com', email_verified: true },
  rita: { sub: 'staff-2001', name: 'Rita Newcomer', email: 'rita@example.com', email_verified: true },
  'kelly-unverified': { sub: 'staff-3001', ...kelly, email_verified: false },
};
