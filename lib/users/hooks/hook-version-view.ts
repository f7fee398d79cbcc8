import type { HookName } from '#lib/hook-runner/hook.ts';

/** A text that a hook had, as its page shows it. */
export interface HookVersionView {
  number: number;
  /** Absent for a version in which there was no such hook. */
  text?: string;
  /** How it came at first: with a folder as a server started, with a file that changed. */
  origin: 'start' | 'file' | 'published';
  /** The folder, behind the name of its computer. */
  cameFrom: string;
  /** ISO 8601. */
  cameAt: string;
}

/** All that one hook was, the newest first, and which of it counts. */
export interface HookVersionsView {
  hook: HookName;
  versions: HookVersionView[];
  /** Absent where the hook never had a text. */
  current?: { number: number; since: string; origin: HookVersionView['origin']; cameFrom: string };
}
