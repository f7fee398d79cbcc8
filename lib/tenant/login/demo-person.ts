/** Somebody whom the login page of the demo offers to sign in as. */
export interface DemoPerson {
  email: string;
  name: string;
  /** Absent for somebody who belongs to none. */
  department?: string;
  /** Absent for somebody who has none. */
  role?: string;
}

/** What stands under the name: `Finance · User`. */
export function describePerson({ department, role }: DemoPerson): string {
  const shortRole = role?.replace(/^Delegated Admin - /, '');
  return [department ?? 'No department', shortRole ?? 'No role'].join(' · ');
}

/** The first letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
