import type { DemoPerson } from '../login/demo-person.ts';

/** The demo's people by name, in the order in which the login page offers them. All have the same password. */
export const demoPeople: readonly DemoPerson[] = [
  { email: 'kelly@example.com', name: 'Kelly Brandt', department: 'Finance', role: 'Delegated Admin - User' },
  {
    email: 'ivan@example.com',
    name: 'Ivan Petrov',
    department: 'IT',
    role: 'Delegated Admin - Administrator',
  },
  { email: 'olga@example.com', name: 'Olga Nowak', department: 'IT', role: 'Delegated Admin - Operator' },
  { email: 'amir@example.com', name: 'Amir Haddad', department: 'HR', role: 'Delegated Admin - Auditor' },
  { email: 'noor@example.com', name: 'Noor Rahman', role: 'Delegated Admin - User' },
  { email: 'pia@example.com', name: 'Pia Lindqvist', department: 'Marketing' },
];
