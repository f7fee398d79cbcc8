import type { HookName } from '#lib/hook-runner/hook.ts';
import type { At, Facts } from '../code/facts.ts';

/** Something in a hook's code that behaves otherwise here than in DAE. */
export interface Difference {
  /** The first line that it shows on; absent where it is about the hook as a whole. */
  line?: number;
  /** What is different and why, in whole sentences. */
  says: string;
}

/** What a rule looks at. */
export interface Looked {
  name: HookName;
  facts: Facts;
  /** The other hooks of the configuration, as far as they parse. */
  all: ReadonlyMap<HookName, Facts>;
  /** The names of all hooks of the configuration, those among them that do not parse. */
  configured: ReadonlySet<HookName>;
  /** Asked in the sandbox: which of the names that the code needs are not there. */
  missing: { globals: ReadonlySet<string>; modules: ReadonlyMap<string, string> };
}

export type Rule = (looked: Looked) => Difference[];

/** A difference at the first of these places, if there is one. */
export function firstOf<T>(places: readonly At<T>[], says: string): Difference[] {
  const [first] = places;
  return first ? [{ line: first.line, says }] : [];
}

/** The places where the code touches this member of `ctx` or one below it. */
export function touching({ touched }: Facts, path: string): At<string>[] {
  return touched.filter(({ what }) => what === path || what.startsWith(`${path}.`));
}
