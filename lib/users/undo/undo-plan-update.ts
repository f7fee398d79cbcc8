import { type Difference, differencesBetween } from '#lib/audit/diff.ts';
import type { AuditRecord } from '#lib/audit/record.ts';
import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import { words } from '#lib/words.ts';
import type { FieldDescription } from '../form/field-defaults.ts';
import { formValueOf, isSameJson, valueAt, withoutValueAt, withValueAt } from '../form/field-values.ts';
import { openEditForm } from '../form/form-open.ts';
import { resultOfUpdate } from '../guard/guard-result.ts';
import type { Manager } from '../manager.ts';
import { presentMemberships } from '../policy/memberships.ts';
import { type Policy, policyFor } from '../policy/policy.ts';
import { unrecorded } from '../recorded.ts';
import { prepareUpdate } from '../update/update-prepare.ts';
import { updateUser } from '../update-user.ts';
import type { UndoPlan } from './undo-plan.ts';
import type { UndoRemainder } from './undo-view.ts';
import { changedSince, standsNow } from './undo-words.ts';

/** One field on its way back. */
interface FieldBack {
  field: FieldDescription;
  was: Json | undefined;
  becameThen: Json | undefined;
  now: Json | undefined;
}

const neverBack: ReadonlySet<string> = new Set(['password', 'repeatPassword', 'connection']);

/**
 * Takes the fields back that an edit had changed. What a hook had changed beyond them comes back only by the hook.
 * @param present the user as this manager sees them whole
 * @throws AppError 'changed-meanwhile' where one of the fields has been changed since; 'invalid-input' where no
 * field was changed
 */
export async function planUpdate(manager: Manager, record: AuditRecord, present: User): Promise<UndoPlan> {
  const policy = await policyFor(manager);
  const differences = differencesBetween(record.before, record.after);
  const before = laidInto(present, differences, 'before');
  const after = laidInto(present, differences, 'after');
  const form = await openEditForm(manager, policy, present, present);
  const states = await Promise.all(
    [before, after, present].map((user) => stateReader(manager, policy, form.fields, user)),
  );
  const fields = form.fields
    .filter(({ property }) => !neverBack.has(property))
    .map((field): FieldBack => {
      const [was, becameThen, now] = states.map((read) => read(field.property));
      return { field, was, becameThen, now };
    })
    .filter(({ was, becameThen }) => !isSameJson(was ?? null, becameThen ?? null));
  const changedAgain = fields.filter(({ becameThen, now }) => !isSameJson(becameThen ?? null, now ?? null));
  if (changedAgain.length > 0) {
    throw changedSince(changedAgain.map(({ field, now }) => standsNow(field.label, now)));
  }
  if (fields.length === 0) throw nothingToTakeBack(differences);
  const input = {
    userId: present.user_id,
    loaded: form.shown,
    values: Object.fromEntries(
      fields.map(({ field, was }) => [field.property, formValueOf(was, isList(field))]),
    ),
  };
  return {
    action: 'update:user',
    differences: fields.map(({ field, was, now }) => ({
      label: field.label,
      now: now ?? null,
      after: was ?? null,
    })),
    rehearse: async () => {
      const { parts } = await prepareUpdate(manager, input);
      const result = parts.reduce((user, { guarded }) => resultOfUpdate(user, guarded.body), present);
      return remaindersOf(differences, result);
    },
    run: () => unrecorded(updateUser)(manager, input),
  };
}

/** Reads what a field holds of one state of the user; memberships are no property of a profile. */
async function stateReader(
  manager: Manager,
  policy: Policy,
  fields: readonly FieldDescription[],
  user: User,
): Promise<(property: string) => Json | undefined> {
  const hasPicker = fields.some(({ property }) => property === 'memberships');
  const memberships = hasPicker ? await presentMemberships(manager, policy, user) : [];
  return (property) => (property === 'memberships' ? memberships : valueAt(user, property));
}

/** What stands elsewhere than it stood before the record, once it is undone. */
function remaindersOf(differences: readonly Difference[], result: User): UndoRemainder[] {
  return differences.flatMap(({ path, before }): UndoRemainder[] => {
    const stays = valueAt(result, path) ?? null;
    const was = before ?? null;
    return isSameJson(stays, was) ? [] : [{ label: path, stays, was }];
  });
}

function laidInto(user: User, differences: readonly Difference[], side: 'before' | 'after'): User {
  const laid = differences.reduce<JsonObject>(
    (state, difference) => {
      const value = difference[side];
      return value === undefined
        ? withoutValueAt(state, difference.path)
        : withValueAt(state, difference.path, value);
    },
    { ...user },
  );
  return { ...laid, user_id: user.user_id };
}

function isList({ property, multiple }: FieldDescription): boolean {
  return multiple || property === 'memberships';
}

function nothingToTakeBack(differences: readonly Difference[]): AppError {
  return new AppError(
    'invalid-input',
    differences.length > 0
      ? words('What was changed is none of the fields that you can change here, so it cannot be undone here.')
      : words(
          'Of what was changed nothing is to be seen in the profile, as with a password, so it cannot be undone.',
        ),
  );
}
