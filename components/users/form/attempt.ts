import type { Problem } from '#lib/errors.ts';
import type { FormField, FormValues } from '#lib/users/form/user-form.ts';
import type { Translate } from '#messages/catalogue.ts';
import { controlKey } from './control-values.ts';

export interface InvalidField {
  fieldId: string;
  label: string;
  message: string;
}

/** What one press of Save came to, when it did not come to a saved user. */
export interface Attempt {
  /** From 1; a new attempt moves the focus again. */
  turn: number;
  /** Shown at the top of the form; absent where the fields say everything. */
  problem?: Problem;
  /** Fields of this form with something to put right, in the order in which they are shown. */
  invalid: InvalidField[];
  /** Sentences about fields that this form does not show. */
  otherSentences: string[];
}

/** With more errors than this they are summarised at the top. */
export const errorsBesideFieldsMax = 2;

const uniqueProperties = ['email', 'username'] as const;

/** The tenant does not say what is taken; where only one of what was sent can be, that is where it is told. */
export function atTakenField(problem: Problem, sent: FormValues, t: Translate<'form'>): Problem {
  const [property, ...others] = uniqueProperties.filter((candidate) => sent[candidate]);
  if (problem.code !== 'already-taken' || problem.fields || !property || others.length > 0) return problem;
  return { ...problem, fields: { [property]: t(`taken.${property}`) } };
}

/** Sorts a problem's sentences to the fields that are shown, and the rest to the top. */
export function attemptOf(turn: number, problem: Problem, shown: readonly FormField[]): Attempt {
  const sentences = isAboutOthers(problem) ? {} : { ...problem.fields };
  const invalid = shown.flatMap(({ property, label }) => {
    const message = sentences[property];
    delete sentences[property];
    return message === undefined ? [] : [{ fieldId: controlKey(property), label, message }];
  });
  const otherSentences = Object.values(sentences).filter((sentence) => !problem.message.includes(sentence));
  const fieldsSayAll =
    invalid.length > 0 && Object.keys(sentences).length === 0 && !problem.hook && isAboutInput(problem);
  return { turn, invalid, otherSentences, problem: fieldsSayAll ? undefined : problem };
}

/** Its sentences tell what became of fields, not what is wrong with them. */
function isAboutOthers({ code }: Problem): boolean {
  return code === 'changed-meanwhile' || code === 'partly-saved';
}

function isAboutInput({ code }: Problem): boolean {
  return code === 'invalid-input' || code === 'already-taken' || code === 'tenant-refused';
}
