import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ChainHead } from '#lib/audit/chain.ts';
import { exportPartIn } from '#lib/audit/export-line.ts';
import { type KeptEntry, type Verification, verifyChain } from '#lib/audit/verify-chain.ts';
import { endOfTrail, keptEntries } from '#lib/state/kept-entries.ts';
import { openStateAt } from '#lib/state/state.ts';
import { commandLine } from './command-line.ts';
import { readEnvFile } from './setup/env-file.ts';

// Says whether the audit trail is as it was written, or which entry was changed, removed or reordered.
// Exits with 0 when it is, 1 when it is not, 2 when it could not be read.
const options = commandLine(
  'npm run audit:verify -- [--file <export.jsonl>] [--expect <hash>] [--env <file of the settings>]',
  { file: { type: 'string' }, expect: { type: 'string' }, env: { type: 'string' } },
);

try {
  const { file, expect: anchor } = options;
  const verified = await (file === undefined ? verifyState(anchor) : verifyFile(file, anchor));
  console.log(sentenceOf(verified));
  process.exitCode = verified.problem === undefined ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** Where the server keeps it: what is set here comes before what stands in the file of the settings. */
async function verifyState(anchor: string | undefined): Promise<Verification> {
  const variables = { ...readEnvFile(options.env ?? '.env.local').variables, ...process.env };
  const databaseUrl = variables.DATABASE_URL || undefined;
  const folder = path.resolve(variables.STATE_DIR || '.steward/state');
  if (!databaseUrl && !existsSync(folder)) {
    throw new Error(`There is no folder ${folder}. Say where the state is by STATE_DIR or DATABASE_URL.`);
  }
  const state = await openStateAt({ databaseUrl, folder });
  try {
    const head = await endOfTrail(state);
    return await verifyChain(keptEntries(state, head), { head, anchor, isWhole: true });
  } finally {
    await state.close();
  }
}

async function verifyFile(file: string, anchor: string | undefined): Promise<Verification> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  let head: ChainHead | undefined;
  let isWhole: boolean | undefined;
  async function* entriesIn(): AsyncGenerator<KeptEntry> {
    let place = 0;
    for await (const line of createInterface({ input: createReadStream(file) })) {
      place += 1;
      if (line.trim() === '') continue;
      const part = exportPartIn(line);
      if (part.kind === 'unreadable') throw new Error(`Line ${place} of ${file} is no line of an export.`);
      if (part.kind === 'head') continue;
      if (part.kind === 'end') head = part.head;
      else yield part.entry;
    }
  }
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const part = exportPartIn(line);
    isWhole = part.kind !== 'head' || part.isWhole;
    break;
  }
  const verified = await verifyChain(entriesIn(), { anchor, isWhole: isWhole ?? true });
  return verified.problem === undefined ? withEnd(verified, head) : verified;
}

/** An export that was broken off has no last line. */
function withEnd(verified: Verification, end: ChainHead | undefined): Verification {
  if (!end) {
    return {
      ...verified,
      problem: `The end was removed: after entry ${verified.last.sequence} the file breaks off.`,
    };
  }
  const { sequence, hash } = verified.last;
  if (end.sequence === sequence && end.hash === hash) return verified;
  const problem = `Entries behind entry ${sequence} were removed: the export ended at entry ${end.sequence}.`;
  return { ...verified, problem };
}

function sentenceOf({ count, last, leftOut, problem }: Verification): string {
  const good = `${count} ${count === 1 ? 'entry is' : 'entries are'} as they were written`;
  if (problem !== undefined) return `${problem}\nBefore it, ${good}.`;
  const gaps =
    leftOut === 0 ? '' : ` Entries that this export does not hold, and of which it says nothing: ${leftOut}.`;
  return `${good}.${gaps}\nThe last one is entry ${last.sequence} with the hash ${last.hash}. Keep that hash elsewhere: --expect finds out later whether what is here was made anew.`;
}
