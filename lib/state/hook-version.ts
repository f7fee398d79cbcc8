import { createHash } from 'node:crypto';
import type { HookName } from '#lib/hook-runner/hook.ts';

/** How a text came into force: with a folder at a server's start, with a file that changed, or by hand. */
export type HookOrigin = 'start' | 'file' | 'published';

/** A text that a hook had at some time; without one: that there was no such hook. */
export interface HookVersion {
  hook: HookName;
  /** Counts up from 1 for each hook of a tenant; the same text keeps its number. */
  number: number;
  /** The SHA-256 of the text in base64url; `none` where there was no hook. */
  hash: string;
  text?: string;
  /** How it came at first, from which folder or by whom, and when (ISO 8601). */
  origin: HookOrigin;
  cameFrom: string;
  cameAt: string;
}

/** The version of a hook that counts now, and since when. */
export interface HookInForce extends Pick<HookVersion, 'hook' | 'number' | 'hash' | 'text'> {
  origin: HookOrigin;
  cameFrom: string;
  since: string;
}

/** A tenant's hooks that count; the revision counts up whenever one changes. */
export interface HooksInForce {
  revision: number;
  hooks: readonly HookInForce[];
}

/** The texts in a folder; a hook that is not there is absent. */
export type FolderTexts = { readonly [name in HookName]?: string };

/** A hook whose text in a folder does not count, because another one came after it. */
export interface OvertakenHook {
  hook: HookName;
  /** The number of the text in the folder. */
  number: number;
}

export const noHookHash = 'none';

/** The SHA-256 of a hook's text in base64url; `none` for no hook. */
export const hookHash = (text: string | undefined) =>
  text === undefined ? noHookHash : createHash('sha256').update(text).digest('base64url');
