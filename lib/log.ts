import { currentRequestId } from './request-id.ts';

export type LogLevel = 'info' | 'warn' | 'error';

/** What a line says beside its message; `error` becomes the text of its stack. Never a secret. */
export type LogFields = Record<string, unknown>;

type Print = (line: string) => void;

const printersKey = Symbol.for('steward.log-printers');
const holder: typeof globalThis & { [printersKey]?: Record<LogLevel, Print> } = globalThis;

/** Writes one event as one line of JSON: when, how grave, what, and in which request. */
export function log(level: LogLevel, message: string, { error, ...fields }: LogFields = {}): void {
  const line = JSON.stringify({
    time: new Date().toISOString(),
    level,
    message,
    requestId: currentRequestId(),
    ...fields,
    ...(error !== undefined && { error: describe(error) }),
  });
  (holder[printersKey] ?? console)[level](line);
}

/**
 * Lets everything that is printed by way of the console be a line of the log too: what the framework and the
 * libraries say would else stand between the lines in a form of its own.
 */
export function logWhatIsPrinted(): void {
  if (holder[printersKey]) return;
  const { info, warn, error } = console;
  holder[printersKey] = { info, warn, error };
  const level = (name: LogLevel) => {
    return (...said: unknown[]) => log(name, said.map(inText).join(' ').trim());
  };
  Object.assign(console, { log: level('info'), info: level('info'), debug: level('info') });
  Object.assign(console, { warn: level('warn'), error: level('error') });
  // Whoever read the log has gone. Unheard, this would end up in the log, and so on without end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/** Terminals' colours mean nothing in a line of JSON. */
function inText(value: unknown): string {
  const text = value instanceof Error ? describe(value) : typeof value === 'string' ? value : inJson(value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are taken out.
  return text.replace(/\u001b\[[\d;]*m/g, '');
}

function inJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : inJson(error);
  const text = error.stack ?? error.message;
  return error.cause === undefined ? text : `${text}\n  because of ${describe(error.cause)}`;
}
