import { AppError } from '#lib/errors.ts';
import { inARow, words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import type { Policy } from '../policy/policy.ts';
import { parseFormValues, requireRequired, throwProblems } from '../schema.ts';
import { ownProblems } from './form-check.ts';
import type { OpenedForm } from './form-open.ts';
import { personalIn, requireChoosable, signInProblems } from './form-rules.ts';
import { changedMeanwhile, isSameValue } from './form-values.ts';
import type { FormValues, UpdateUserInput } from './user-form.ts';

/**
 * What an edit form changes of the user as it opens now, as it is to be saved. A password always changes.
 * @throws AppError 'changed-meanwhile' when the form would show something else now than when it was opened;
 * 'invalid-input' with a sentence per field; 'hook-failed' when a field's own check fails
 */
export async function checkedChanges(
  manager: Manager,
  policy: Policy,
  form: OpenedForm,
  { loaded, values }: Pick<UpdateUserInput, 'loaded' | 'values'>,
): Promise<FormValues> {
  const { frame, fields, shown, present } = form;
  requireUnchanged(form, loaded);
  const parsed = Object.entries(parseFormValues(fields, values));
  const changes = Object.fromEntries(
    parsed.filter(([property, value]) => !isSameValue(value, shown[property])),
  );
  const changed = fields.filter(({ property }) => Object.hasOwn(changes, property));
  const inFull = { ...shown, ...changes };
  requireRequired(changed, changes);
  throwProblems(signInProblems(fields, changes, frame.connections[0], personalIn(inFull)));
  requireChoosable(form, changes.memberships);
  const about = { mode: 'edit', originalUser: { ...present } } as const;
  throwProblems(await ownProblems(manager, policy, changed, inFull, about));
  return changes;
}

function requireUnchanged({ fields, shown }: OpenedForm, loaded: FormValues): void {
  const differing = changedMeanwhile(fields, loaded, shown);
  const sentences = Object.values(differing);
  if (sentences.length === 0) return;
  throw new AppError(
    'changed-meanwhile',
    words(
      'Somebody else changed this user meanwhile: {changes} Nothing of yours was saved; load the form again.',
      { changes: inARow(sentences) },
    ),
    { fields: differing },
  );
}
