import type { HookErrorCode, HookName } from '#lib/hook-runner/hook.ts';
import type { Json } from '#lib/json.ts';

/** Where something is wrong in a hook's text; lines and columns count from 1. */
export interface HookFault {
  code: HookErrorCode;
  message: string;
  line?: number;
  column?: number;
  /** The 4xx status that the hook gave its refusal. */
  status?: number;
}

/** One of the six hooks, as the list of them shows it. */
export interface HookRow {
  name: HookName;
  /** The file that it is read from, or would be. */
  file: string;
  state: 'usable' | 'unusable' | 'absent';
  /** Why it cannot be used. */
  fault?: HookFault;
}

/** A hook with its text, and a `ctx` to begin trying it with. */
export interface HookPageView extends HookRow {
  /** Empty where there is no such hook. */
  text: string;
  /** JSON of a `ctx` as this hook is given it, with the manager as `request.user`. */
  ctx: string;
}

/** How a hook's trial ended. `answer` is absent when the hook called back without one. */
export interface HookTrial {
  outcome: { ok: true; answer?: Json } | { ok: false; fault: HookFault };
  log: string[];
  ms: number;
}
