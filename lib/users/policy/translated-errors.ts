import { AppError, httpStatusOf } from '#lib/errors.ts';
import { runFunctionText } from '#lib/hook-runner/run-function-text.ts';
import { isJsonObject, type Json } from '#lib/json.ts';
import type { Manager } from '../manager.ts';
import { policyFor } from './policy.ts';
import { hookRunOptions } from './run-policy-hook.ts';
import { languageDictionaryOf } from './settings.ts';

/**
 * Runs something for a manager. An expected error that it throws gets the sentence that the settings hook's
 * `errorTranslator` makes of `{type, message, status}`; without one, or where that fails, it keeps its own.
 */
export async function withTranslatedErrors<T>(manager: Manager, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const sentence = error instanceof AppError ? await translationOf(manager, error) : undefined;
    if (!(error instanceof AppError) || sentence === undefined) throw error;
    throw new AppError(error.code, sentence, { ...error.details, cause: error });
  }
}

async function translationOf(
  manager: Manager,
  { code, message, details }: AppError,
): Promise<string | undefined> {
  const policy = await policyFor(manager).catch(() => undefined);
  const text = policy?.settings.errorTranslator;
  if (!policy || text === undefined) return undefined;
  const error: Json = { type: code, message, status: httpStatusOf({ code, ...details }) };
  const dictionary = languageDictionaryOf(policy.settings);
  const [outcome] = await runFunctionText(text, [[error, dictionary]], hookRunOptions());
  const sentence = outcome?.ok ? sentenceIn(outcome.answer) : undefined;
  // The English sentence given back is no translation, and the person may read another language.
  return sentence === message ? undefined : sentence;
}

/** Translators may answer with the error itself where they know no better. */
function sentenceIn(answer: Json | undefined): string | undefined {
  const said = isJsonObject(answer) ? answer.message : answer;
  return typeof said === 'string' && said.trim() !== '' ? said : undefined;
}
