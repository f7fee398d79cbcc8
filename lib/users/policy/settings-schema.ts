import { z } from 'zod';
import { isSafePath } from '../form/field-values.ts';

/** A member that is `null` counts as absent, as one that is missing does. */
function optional<Member extends z.ZodType>(member: Member) {
  return member.nullish().transform((value) => value ?? undefined);
}

/**
 * For what is no truth value: hooks write `css: isOutside && 'https://…'`, whose answer may be `false`. Not for
 * what limits a manager, where such an answer must not lift the limit.
 */
function unlessFalse<Member extends z.ZodType>(member: Member) {
  return z.preprocess((value) => (value === false ? undefined : value), optional(member));
}

const optionSchema = z
  .union([
    z.string(),
    z.number(),
    z.object({ value: z.union([z.string(), z.number()]), label: optional(z.string()) }),
  ])
  .transform((option) => {
    if (typeof option !== 'object') return { value: String(option), label: String(option) };
    return { value: String(option.value), label: option.label ?? String(option.value) };
  });

const inputTypes = [
  'text',
  'password',
  'select',
  'hidden',
  'number',
  'date',
  'email',
  'tel',
  'url',
  'textarea',
  'checkbox',
] as const;

const components = [
  'InputText',
  'InputCombo',
  'InputSelectCombo',
  'InputMultiCombo',
  'InputVirtualizedSelect',
] as const;

const inputSchema = z.object({
  type: optional(z.enum(inputTypes)),
  component: optional(z.enum(components)),
  options: optional(z.array(optionSchema)),
  required: optional(z.boolean()),
  disabled: optional(z.boolean()),
  placeholder: unlessFalse(z.string()),
  validationFunction: unlessFalse(z.string()),
});

const columnSchema = z.object({
  display: optional(z.union([z.boolean(), z.string()])),
  listOrder: optional(z.number()),
  listSize: optional(z.union([z.string(), z.number()])),
  sort: optional(z.boolean()),
  filter: optional(z.boolean()),
});

const pathSchema = z.string().refine(isSafePath, 'must be a dotted path of names');

const userFieldSchema = z.object({
  property: pathSchema,
  label: unlessFalse(z.string()),
  display: optional(z.union([z.boolean(), z.string()])),
  search: optional(z.union([z.boolean(), columnSchema])),
  sortProperty: optional(z.string()),
  create: optional(z.union([z.boolean(), inputSchema])),
  edit: optional(z.union([z.boolean(), inputSchema])),
  disable: optional(z.boolean()),
});

const dictSchema = z.object({
  title: unlessFalse(z.string()),
  memberships: unlessFalse(z.string()),
  menuName: unlessFalse(z.string()),
  logoutUrl: unlessFalse(z.string()),
});

/** The settings hook's answer. Members that nobody knows are left out; known ones must have their type. */
export const settingsSchema = z.object({
  dict: unlessFalse(dictSchema).transform((dict) => dict ?? dictSchema.parse({})),
  css: unlessFalse(z.string()),
  altcss: unlessFalse(z.string()),
  languageDictionary: unlessFalse(z.union([z.string(), z.record(z.string(), z.json())])),
  connections: optional(z.array(z.string())),
  canCreateUser: optional(z.boolean()).transform((canCreateUser) => canCreateUser ?? true),
  suppressRawData: optional(z.boolean()).transform((suppressRawData) => suppressRawData ?? false),
  errorTranslator: unlessFalse(z.string()),
  userFields: optional(z.array(userFieldSchema)).transform((fields) => fields ?? []),
  membershipProperty: optional(pathSchema),
  memberships: optional(z.enum(['names', 'options'])).transform((form) => form ?? 'names'),
  mayLeaveScope: optional(z.boolean()).transform((mayLeaveScope) => mayLeaveScope ?? false),
});

/** One entry of `userFields`. */
export type UserField = z.output<typeof userFieldSchema>;

/** What an entry's `create` or `edit` says of the input, where it is an object. */
export type FieldInput = z.output<typeof inputSchema>;
