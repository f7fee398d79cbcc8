import type { HookErrorCode } from '../hook.ts';
import type { RawFailure } from '../pool/messages.ts';
import { hookFileName } from './boot.ts';

/** A hook's text is compiled behind this, on its first line: it must be one expression, and nothing can close it. */
export const textPrefix = 'module.hook=';

interface Told {
  name: string;
  message: string;
  stack: string;
  status: number | undefined;
}

const hookFrame = new RegExp(`(?:\\(|at )${hookFileName}:(\\d{1,7})(?::(\\d{1,7}))?\\)?$`, 'm');

/** Reads what the guest tells of an error. The guest may tell anything, so only known members of known types count. */
function readTold(json: string): Told {
  let told: unknown;
  try {
    told = JSON.parse(json);
  } catch {
    told = undefined;
  }
  const entries = new Map(typeof told === 'object' && told !== null ? Object.entries(told) : []);
  const text = (name: string, lengthMax: number) => {
    const value = entries.get(name);
    return typeof value === 'string' ? value.slice(0, lengthMax) : '';
  };
  const status = entries.get('status');
  return {
    name: text('name', 100),
    message: text('message', 4000),
    stack: text('stack', 4000),
    status:
      typeof status === 'number' && Number.isInteger(status) && status >= 400 && status < 500
        ? status
        : undefined,
  };
}

/** Line and column of the innermost frame in the hook's own text, counted from 1. */
function placeOf(stack: string): { line?: number; column?: number } {
  const found = hookFrame.exec(stack);
  if (!found) return {};
  const line = Number(found[1]);
  if (found[2] === undefined) return { line };
  const column = Number(found[2]) - (line === 1 ? textPrefix.length : 0);
  return column > 0 ? { line, column } : { line };
}

/** What the engine itself throws when memory runs out, whoever caught it on the way. */
const isOutOfMemory = (told: Told) => told.name === 'InternalError' && told.message === 'out of memory';

/** An error that the hook handed to its callback: a refusal, in the hook's own words. */
export function toRefusal(json: string): RawFailure {
  const told = readTold(json);
  const failure: RawFailure = { code: 'refused', message: told.message, ...placeOf(told.stack) };
  if (told.status !== undefined) failure.status = told.status;
  return failure;
}

/** Anything else that was thrown. `code` is what it counts as unless the engine ran out of memory. */
export function toFailure(code: HookErrorCode, json: string): RawFailure {
  const told = readTold(json);
  const message = told.name && told.name !== 'Error' ? `${told.name}: ${told.message}` : told.message;
  return { code: isOutOfMemory(told) ? 'memory-limit' : code, message, ...placeOf(told.stack) };
}
