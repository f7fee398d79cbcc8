/** What the tenant uses of password-sheriff 2, which brings no types. */
declare module 'password-sheriff' {
  export interface CharacterSet {
    test(password: string): boolean;
  }

  export interface PasswordRules {
    length?: { minLength: number };
    contains?: { expressions: CharacterSet[] };
    containsAtLeast?: { atLeast: number; expressions: CharacterSet[] };
    identicalChars?: { max: number };
    sequentialChars?: { max: number };
    maxLength?: { maxBytes: number };
  }

  interface PasswordSheriff {
    PasswordPolicy: new (rules: PasswordRules) => { check(password: string): boolean };
    charsets: Record<'upperCase' | 'lowerCase' | 'numbers' | 'specialCharacters', CharacterSet>;
  }

  const passwordSheriff: PasswordSheriff;
  export default passwordSheriff;
}
