import type { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { isJsonObject, type Json } from '#lib/json.ts';
import { words } from '#lib/words.ts';
import { settingsSchema } from './settings-schema.ts';

/** What the settings hook says, with every default filled in. */
export interface Settings extends z.output<typeof settingsSchema> {
  /** `userFields` as the hook wrote it, for the write hook's `ctx.userFields`. */
  userFieldsAsWritten: Json | undefined;
}

/**
 * The settings of a hook's answer; no answer means the defaults.
 * @throws AppError 'hook-failed', naming the member that has a wrong type
 */
export function parseSettings(answer: Json | undefined): Settings {
  const written = answer ?? {};
  const parsed = settingsSchema.safeParse(written);
  if (!parsed.success) throw wrongSettings(parsed.error);
  const userFieldsAsWritten = isJsonObject(written) ? (written.userFields ?? undefined) : undefined;
  return { ...parsed.data, userFieldsAsWritten };
}

function wrongSettings(error: z.ZodError): AppError {
  const [issue] = error.issues;
  const member = issue?.path.map(String).join('.');
  const why = issue?.message ?? '';
  return new AppError(
    'hook-failed',
    member
      ? words(
          'The settings hook’s answer cannot be used: its member “{member}” has a wrong value ({why}). Nothing was changed. Tell an administrator.',
          { member, why },
        )
      : words(
          'The settings hook’s answer cannot be used: its answer is not an object ({why}). Nothing was changed. Tell an administrator.',
          { why },
        ),
    { hook: 'settings' },
  );
}

/** The dictionary that the hooks' functions are given: `{}` where there is none, or none that could be read. */
export function languageDictionaryOf(settings: Settings): Record<string, Json> {
  return typeof settings.languageDictionary === 'object' ? settings.languageDictionary : {};
}
