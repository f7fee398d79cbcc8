import { AppError } from '#lib/errors.ts';
import type { Json } from '#lib/json.ts';
import type { Undone } from '#lib/state/undone-records.ts';
import { inARow, type Words, words } from '#lib/words.ts';

const charactersMax = 200;

/** The refusal to undo what somebody has changed again, with a sentence for each. */
export function changedSince(sentences: readonly Words[]): AppError {
  return new AppError(
    'changed-meanwhile',
    inARow([words('This user has been changed since.'), ...sentences, words('Nothing was undone.')]),
  );
}

/** What stands somewhere now, in a sentence. */
export function standsNow(label: string, value: Json | undefined): Words {
  const text = textOf(value);
  return text === ''
    ? words('{label} is empty now.', { label })
    : words('{label} is “{text}” now.', { label, text });
}

/** A stored value as people read it. */
function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  const text = Array.isArray(value)
    ? value.map((one) => textOf(one)).join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
  return text.length > charactersMax ? `${text.slice(0, charactersMax)}…` : text;
}

/** The refusal to undo a record twice. */
export function alreadyUndone({ by }: Undone): AppError {
  return new AppError(
    'changed-meanwhile',
    by === null
      ? words('This is being undone at this moment. Load the page again.')
      : words('This was undone already. What undid it can be undone in its turn.'),
  );
}
