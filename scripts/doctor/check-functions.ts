import { checkHookText } from '#lib/hook-runner/check-hook.ts';
import type { Settings } from '#lib/users/policy/settings.ts';
import type { FieldInput } from '#lib/users/policy/settings-schema.ts';
import { type Finding, wrong } from './finding.ts';

interface FunctionText {
  /** `userFields “user_metadata.title”, display` */
  where: string;
  text: string;
}

/** Whether the functions that a settings hook answered as texts can be read; none of them is called. */
export async function checkFunctions(settings: Settings, patienceMs: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { where, text } of functionsIn(settings)) {
    const failure = await checkHookText('settings', text, patienceMs);
    if (!failure) continue;
    const place =
      failure.line === undefined ? '' : ` (its line ${failure.line}, column ${failure.column ?? 1})`;
    findings.push(
      wrong(
        'the settings hook',
        `A function in the settings hook’s answer cannot be read: ${where}${place}.`,
        'Mend that function; it is a text, so that it may use nothing from around it.',
      ),
    );
  }
  return findings;
}

function functionsIn({ errorTranslator, userFields }: Settings): FunctionText[] {
  const inFields = userFields.flatMap(({ property, display, search, create, edit }) => {
    const column = typeof search === 'object' ? search.display : undefined;
    return [
      ...textOf(`userFields “${property}”, display`, display),
      ...textOf(`userFields “${property}”, search.display`, column),
      ...textOf(`userFields “${property}”, create.validationFunction`, validationOf(create)),
      ...textOf(`userFields “${property}”, edit.validationFunction`, validationOf(edit)),
    ];
  });
  return [...textOf('errorTranslator', errorTranslator), ...inFields];
}

function validationOf(form: boolean | FieldInput | undefined): string | undefined {
  return typeof form === 'object' ? form.validationFunction : undefined;
}

function textOf(where: string, value: unknown): FunctionText[] {
  return typeof value === 'string' ? [{ where, text: value }] : [];
}
