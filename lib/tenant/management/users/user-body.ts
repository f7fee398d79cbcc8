import { z } from 'zod';

const metadata = z.record(z.string(), z.json());

const email = z
  .string()
  .max(254)
  .refine(isEmailAddress, {
    error: ({ input }) => `Object didn't pass validation for format email: ${input}`,
  });

const phoneNumber = z.string().regex(/^\+[0-9]{1,15}$/);
const username = z.string().min(1).max(128);
const givenName = z.string().min(1).max(150);
const name = z.string().min(1).max(300);
const password = z.string().min(1);
const connection = z.string().min(1);

/** The body of `POST /users`. */
export const newUserBody = z.strictObject({
  connection,
  email: email.optional(),
  username: username.optional(),
  phone_number: phoneNumber.optional(),
  password: password.optional(),
  user_id: z.string().max(255).regex(/^\S*$/).optional(),
  given_name: givenName.optional(),
  family_name: givenName.optional(),
  name: name.optional(),
  nickname: name.optional(),
  picture: z.url().optional(),
  blocked: z.boolean().optional(),
  email_verified: z.boolean().optional(),
  phone_verified: z.boolean().optional(),
  verify_email: z.boolean().optional(),
  user_metadata: metadata.optional(),
  app_metadata: metadata.optional(),
});

export type NewUserBody = z.output<typeof newUserBody>;

/** The body of `PATCH /users/{id}`; `null` takes an attribute away. */
export const changedUserBody = z
  .strictObject({
    connection: connection.optional(),
    client_id: z.string().min(1).optional(),
    email: email.nullable().optional(),
    username: username.nullable().optional(),
    phone_number: phoneNumber.nullable().optional(),
    password: password.optional(),
    given_name: givenName.nullable().optional(),
    family_name: givenName.nullable().optional(),
    name: name.nullable().optional(),
    nickname: name.nullable().optional(),
    picture: z.url().nullable().optional(),
    blocked: z.boolean().optional(),
    email_verified: z.boolean().optional(),
    phone_verified: z.boolean().optional(),
    verify_email: z.boolean().optional(),
    verify_phone_number: z.boolean().optional(),
    user_metadata: metadata.optional(),
    app_metadata: metadata.optional(),
  })
  .refine((body) => Object.keys(body).length > 0, { error: 'Too few properties defined (0), minimum 1' });

export type ChangedUserBody = z.output<typeof changedUserBody>;

/** RFC 5321: at most 64 characters before the `@`. */
function isEmailAddress(text: string): boolean {
  return text.indexOf('@') <= 64 && z.regexes.html5Email.test(text) && text.includes('.', text.indexOf('@'));
}
