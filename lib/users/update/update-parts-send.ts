import type { Permitted } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { patchUser, type UpdateAction } from '#lib/auth0/users.ts';
import { AppError, toProblem } from '#lib/errors.ts';
import { noteOwnWrite } from '#lib/state/own-writes.ts';
import { changed, inARow, type Words, words } from '#lib/words.ts';
import type { FieldDescription } from '../form/field-defaults.ts';
import type { FormValues } from '../form/user-form.ts';
import type { GuardedPart } from '../guard.ts';
import type { UpdatePartName } from './update-parts.ts';

const partWords: Record<UpdatePartName, Words> = {
  profile: words('Profile'),
  username: words('Username'),
  password: words('Password'),
};

/**
 * Sends the parts of an update one after the other and gives the user as the tenant answered last, or
 * `undefined` where there was nothing to send.
 * @throws AppError 'partly-saved' when a part fails after another went through; else what the failed part
 * threw
 */
export async function sendParts(
  permitted: Permitted<UpdateAction>,
  parts: readonly GuardedPart[],
  fields: readonly FieldDescription[],
  changes: FormValues,
): Promise<User | undefined> {
  let updated: User | undefined;
  for (const [at, { guarded }] of parts.entries()) {
    try {
      updated = await patchUser(permitted, guarded, updated);
    } catch (error) {
      if (at === 0) throw error;
      const labels = parts.map(({ name }) => labelsFor(name, fields, changes));
      throw isInDoubt(error)
        ? partlyInDoubt(labels.slice(0, at).flat(), labels[at] ?? [], labels.slice(at + 1).flat(), error)
        : partlySaved(labels.slice(0, at).flat(), labels.slice(at).flat(), error);
    }
    await noteOwnWrite(updated, permitted.user);
  }
  return updated;
}

/** The labels of what was changed in one part of the save; what only a hook changed has the part's name. */
function labelsFor(part: UpdatePartName, fields: readonly FieldDescription[], changes: FormValues): Words[] {
  const labels = fields
    .filter(({ property }) => Object.hasOwn(changes, property) && partOfProperty(property) === part)
    .map(({ label }) => label);
  return labels.length > 0 ? labels : [partWords[part]];
}

function partOfProperty(property: string): UpdatePartName | undefined {
  if (property === 'repeatPassword') return undefined;
  return property === 'username' || property === 'password' ? property : 'profile';
}

function partlySaved(saved: Words[], notSaved: Words[], cause: unknown): AppError {
  const { message, retryAfterSeconds } = toProblem(cause);
  return new AppError(
    'partly-saved',
    words('Only a part of your changes was saved. Saved: {saved}. Not saved: {notSaved}. {reason}', {
      saved: inARow(saved, ', '),
      notSaved: inARow(notSaved, ', '),
      reason: withoutNothingChanged(cause instanceof AppError ? cause.words : message),
    }),
    { saved, notSaved, retryAfterSeconds, cause },
  );
}

function isInDoubt(error: unknown): error is AppError {
  return error instanceof AppError && error.details.isInDoubt === true;
}

/** The tenant did not say what became of one part, so that it is neither saved nor not saved. */
function partlyInDoubt(saved: Words[], inDoubt: Words[], notSaved: Words[], cause: AppError): AppError {
  const known = { saved: inARow(saved, ', '), inDoubt: inARow(inDoubt, ', '), reason: cause.words };
  return new AppError(
    'partly-saved',
    notSaved.length > 0
      ? words(
          'Only a part of your changes was certainly saved. Saved: {saved}. In doubt: {inDoubt}. Not saved: {notSaved}. {reason}',
          { ...known, notSaved: inARow(notSaved, ', ') },
        )
      : words(
          'Only a part of your changes was certainly saved. Saved: {saved}. In doubt: {inDoubt}. {reason}',
          known,
        ),
    { saved, notSaved, isInDoubt: true, cause },
  );
}

/** What failed says of itself that nothing was changed, which is not so of the whole. */
export function withoutNothingChanged(reason: Words): Words {
  return changed(reason, {
    en: (text) =>
      text
        .replace('Nothing was changed; try again', 'Try again')
        .replace(/\s*Nothing was changed[^.]*\./, ''),
    de: (text) =>
      text
        .replace('Es wurde nichts geändert; versuchen', 'Versuchen')
        .replace(/\s*Es wurde nichts geändert[^.]*\./, ''),
  });
}
