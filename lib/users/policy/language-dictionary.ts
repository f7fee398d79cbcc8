import { z } from 'zod';
import { env } from '#lib/env.ts';
import { remoteCall } from '#lib/hook-runner/remote/remote-call.ts';
import { isJsonObject } from '#lib/json.ts';
import { log } from '#lib/log.ts';
import type { Settings } from './settings.ts';

/** A dictionary is given along with every value that is displayed. */
const dictionaryBytesMax = 200 * 1024;
/** Leaves the tenant its part of the time that a page may take. */
const answerWithinMs = 1_000;
const freshForMs = 5 * 60_000;
/** After a failure the last dictionary stands for this long before the address is asked again. */
const retryAfterMs = 60_000;
const addressesMax = 50;

const dictionarySchema = z.record(z.string(), z.json());

type Dictionary = z.output<typeof dictionarySchema>;

interface Known {
  /** Absent where none could be read yet. */
  dictionary?: Dictionary;
  askAgainAtMs: number;
}

const known = new Map<string, Known>();
const reading = new Map<string, Promise<void>>();

/**
 * The settings with the dictionary read where they give an address of it. It is kept for minutes and read anew
 * beside the request that finds it old, so that only the first waits. What cannot be read is told in the server's
 * log and costs nobody a page: labels stay as the fields have them.
 */
export async function withLanguageDictionary(settings: Settings): Promise<Settings> {
  const { languageDictionary: address } = settings;
  if (typeof address !== 'string') return settings;
  const kept = known.get(address);
  if (!kept || kept.askAgainAtMs <= Date.now()) {
    const read = readOnce(address);
    if (!kept?.dictionary) await read;
  }
  return { ...settings, languageDictionary: known.get(address)?.dictionary };
}

function readOnce(address: string): Promise<void> {
  const under = reading.get(address) ?? readAnew(address).finally(() => reading.delete(address));
  reading.set(address, under);
  return under;
}

async function readAnew(address: string): Promise<void> {
  const read = await readDictionary(address);
  if ('dictionary' in read) {
    keep(address, { dictionary: read.dictionary, askAgainAtMs: Date.now() + freshForMs });
    return;
  }
  keep(address, { ...known.get(address), askAgainAtMs: Date.now() + retryAfterMs });
  const message = `The settings hook’s language dictionary was not read: ${read.problem}.`;
  log('error', message, { hook: 'settings' });
}

function keep(address: string, entry: Known): void {
  known.delete(address);
  const [oldest] = known.keys();
  if (oldest !== undefined && known.size >= addressesMax) known.delete(oldest);
  known.set(address, entry);
}

/** Under the rules of a hook's own calls, because what a hook asks for goes the same way. */
async function readDictionary(address: string): Promise<{ dictionary: Dictionary } | { problem: string }> {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' && url?.hostname !== 'localhost')
    return { problem: 'it is no https address' };
  const question = { url: url.href, method: 'GET', headers: [['accept', 'application/json']] };
  const told = await remoteCall(
    JSON.stringify(question),
    { origins: env().HOOK_ORIGINS },
    {
      timeoutMsMax: answerWithinMs,
      stop: new AbortController().signal,
      budget: { bytesLeft: dictionaryBytesMax },
    },
  );
  const { answer } = told;
  if (!isJsonObject(answer)) return { problem: String(told.message) };
  if (answer.status !== 200) return { problem: `${url.origin} answered ${answer.status}` };
  const dictionary = parsed(answer.text);
  return dictionary ? { dictionary } : { problem: `${url.origin} answered with no JSON object` };
}

function parsed(text: unknown): Dictionary | undefined {
  try {
    return dictionarySchema.safeParse(JSON.parse(String(text))).data;
  } catch {
    return undefined;
  }
}
