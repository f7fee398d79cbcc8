import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { type ChainedEntry, chained, emptyChain, hashOf } from './chain.ts';
import { columnsOf } from './entry-columns.ts';
import { exportEnd, exportHead, exportLine, exportPartIn } from './export-line.ts';
import type { EntryContent, NewEntry } from './record.ts';
import { makeRecord } from './testing/make-record.ts';
import { type KeptEntry, verifyChain } from './verify-chain.ts';

const entriesOf = (count: number): NewEntry[] =>
  Array.from({ length: count }, (_, n) => ({
    kind: 'ended',
    server: 'one',
    record: makeRecord({ id: `record-${n + 1}` }),
  }));

const keptOf = (entries: readonly ChainedEntry[]): KeptEntry[] =>
  entries.map((entry) => ({ ...entry, columns: columnsOf(JSON.parse(entry.content) as EntryContent) }));

const trail = (count = 6) => keptOf(chained(emptyChain, entriesOf(count)));
const headOf = (entries: readonly KeptEntry[]) => {
  const { sequence, hash } = entries.at(-1) ?? emptyChain;
  return { sequence, hash };
};
const problemIn = async (entries: KeptEntry[], head = headOf(trail(entries.length))) =>
  (await verifyChain(entries, { head, isWhole: true })).problem;

/** The same trail with one entry changed. */
function changed(at: number, change: (entry: KeptEntry) => KeptEntry): KeptEntry[] {
  return trail().map((entry, n) => (n + 1 === at ? change(entry) : entry));
}

/** Another content, and the hash that goes with it. */
function madeAnew(entry: KeptEntry): KeptEntry {
  const content = entry.content.replace('"Kelly"', '"Nobody"');
  const columns = columnsOf(JSON.parse(content) as EntryContent);
  return { ...entry, content, columns, hash: hashOf(entry.previousHash, content) };
}

describe('a trail', () => {
  test('that nobody has touched is verified, also an empty one', async () => {
    expect(await verifyChain(trail(), { head: headOf(trail()), isWhole: true })).toEqual({
      count: 6,
      last: headOf(trail()),
      leftOut: 0,
    });
    expect(await verifyChain([], { head: emptyChain, isWhole: true })).toMatchObject({ count: 0 });
  });

  test.each<[string, KeptEntry[], RegExp]>([
    [
      'whose content was changed',
      changed(3, (entry) => ({ ...entry, content: entry.content.replace('"Kelly"', '"Nobody"') })),
      /^Entry 3 \(block:user of auth0\|fay by auth0\|kelly at .*, record record-3\) was changed: what stands in it/,
    ],
    [
      'whose content is none any more',
      changed(3, (entry) => ({ ...entry, content: 'nothing' })),
      /^Entry 3 was changed/,
    ],
    [
      'whose hash was changed',
      changed(3, (entry) => ({ ...entry, hash: 'f'.repeat(64) })),
      /^Entry 3 .*was changed/,
    ],
    [
      'whose previous hash was changed',
      changed(3, (entry) => ({ ...entry, previousHash: 'f'.repeat(64) })),
      /^Entry 3 .*was changed/,
    ],
    ['whose hash was made anew', changed(3, madeAnew), /^Entry 3 was changed and its hash made anew/],
    ['of which the first was made anew', changed(1, madeAnew), /^Entry 1 was changed and its hash made anew/],
    ['of which the last was made anew', changed(6, madeAnew), /^The end of the chain was changed/],
    [
      'from which one was removed',
      trail().toSpliced(2, 1),
      /^Entry 3 was removed: behind entry 2 stands entry 4\.$/,
    ],
    ['from which three were removed', trail().toSpliced(1, 3), /^Entry 2 to 4 were removed/],
    ['from which the first was removed', trail().slice(1), /^Entry 1 was removed: behind entry 0 stands/],
    [
      'from which the end was removed',
      trail().slice(0, 4),
      /^Entry 5 to 6 were removed: the chain ends at entry 4/,
    ],
    ['that was emptied', [], /^Entry 1 to 6 were removed/],
    [
      'of which one stands twice',
      trail().toSpliced(2, 0, ...trail().slice(1, 2)),
      /^Entry 2 .*was reordered/,
    ],
    [
      'of which two have changed places',
      trail().map((entry, n, all) => (n === 2 ? (all[3] ?? entry) : n === 3 ? (all[2] ?? entry) : entry)),
      /^Entry 4 .*was reordered: it stands before entry 3\.$/,
    ],
    [
      'of which one was moved to the front',
      [...trail().slice(4, 5), ...trail().toSpliced(4, 1)],
      /^Entry 5 .*was reordered: it stands before entry 1\.$/,
    ],
    [
      'of which two have changed their numbers',
      trail().map((entry, n, all) => {
        const other = all[n === 2 ? 3 : n === 3 ? 2 : n] ?? entry;
        return { ...other, sequence: n + 1 };
      }),
      /^Entry 4 .*was reordered: it stands in the place of entry 3/,
    ],
  ])('%s is found out, and the entry named', async (_, entries, problem) => {
    expect(await problemIn(entries, headOf(trail()))).toMatch(problem);
  });

  test.each(Object.keys(columnsOf(JSON.parse(trail(1)[0]?.content ?? '') as EntryContent)))(
    'whose column %s was changed is found out',
    async (name) => {
      const entries = changed(3, (entry) => ({
        ...entry,
        columns: entry.columns && { ...entry.columns, [name]: 'other' },
      }));
      expect(await problemIn(entries)).toMatch(
        new RegExp(`^Entry 3 .* was changed beside its content: ${name} is not what the content says\\.$`),
      );
    },
  );

  test('that was made anew from an entry on is found out by a hash that was noted before, and by none after', async () => {
    const noted = trail()[4]?.hash ?? '';
    const [first, ...others] = entriesOf(6);
    const forged = keptOf(
      chained(emptyChain, [
        ...(first ? [{ ...first, record: makeRecord({ id: 'another' }) }] : []),
        ...others,
      ]),
    );
    const isWhole = true;
    expect(await verifyChain(forged, { head: headOf(forged), isWhole })).not.toHaveProperty('problem');
    const { problem } = await verifyChain(forged, { head: headOf(forged), isWhole, anchor: noted });
    expect(problem).toMatch(new RegExp(`^No entry has the hash ${noted}`));
    expect(await verifyChain(trail(), { isWhole, anchor: noted })).not.toHaveProperty('problem');
  });

  test('of any records is verified, and not after any one character of it was changed', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    const record = fc.record({ id: text, sentence: text, value: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 5 }), fc.nat(), async (records, pick) => {
        const entries = keptOf(
          chained(
            emptyChain,
            records.map(({ id, sentence, value }) => ({
              kind: 'ended',
              server: 'one',
              record: makeRecord({ id, reason: { code: 'x', sentence }, payload: { value } as never }),
            })),
          ),
        );
        expect(await problemIn(entries, headOf(entries))).toBeUndefined();
        const at = pick % entries.length;
        const entry = entries[at];
        if (!entry) return;
        const place = pick % entry.content.length;
        const other = entry.content[place] === 'x' ? 'y' : 'x';
        const content = entry.content.slice(0, place) + other + entry.content.slice(place + 1);
        expect(await problemIn(entries.with(at, { ...entry, content }), headOf(entries))).toMatch(
          new RegExp(`^Entry ${at + 1}\\b.*was changed`, 's'),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('an export', () => {
  const entries = trail();
  const lines = [
    exportHead(true),
    ...entries.map(({ sequence, content, previousHash, hash }) =>
      exportLine({ sequence, content: JSON.parse(content) as EntryContent, previousHash, hash }),
    ),
    exportEnd(headOf(entries)),
  ];
  const read = (some: string[]) =>
    some.map(exportPartIn).flatMap((part) => (part.kind === 'entry' ? [part.entry] : []));

  test('holds what verification needs, in whatever order its members come back', async () => {
    expect(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
    const reordered = lines.map((line) => {
      const { content, ...others } = JSON.parse(line);
      return JSON.stringify({ ...others, ...(content && { content: JSON.parse(JSON.stringify(content)) }) });
    });
    for (const some of [lines, reordered]) {
      expect(await verifyChain(read(some), { isWhole: true })).toMatchObject({ count: 6, leftOut: 0 });
    }
    expect(exportPartIn(lines[0] ?? '')).toEqual({ kind: 'head', isWhole: true });
    expect(exportPartIn(lines.at(-1) ?? '')).toEqual({ kind: 'end', head: headOf(entries) });
    expect(exportPartIn('{"a":')).toEqual({ kind: 'unreadable' });
  });

  test('of a choice is verified entry by entry, and says how many it does not hold', async () => {
    const choice = read(lines.toSpliced(2, 2));
    expect(await verifyChain(choice, { isWhole: false })).toMatchObject({ count: 4, leftOut: 2 });
    expect((await verifyChain(choice, { isWhole: true })).problem).toMatch(/^Entry 2 to 3 were removed/);
    const forged = choice.map((entry, n) =>
      n === 1 ? { ...entry, content: entry.content.replace('Kelly', 'Ida') } : entry,
    );
    expect((await verifyChain(forged, { isWhole: false })).problem).toMatch(/^Entry 4 .*was changed/);
  });
});

test('canonical JSON is the same for the same value, and other for another', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const written = canonicalJson(value);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(written))).toBe(written);
    }),
  );
  expect(canonicalJson({ b: [1, undefined], a: { d: null, c: undefined } })).toBe(
    '{"a":{"d":null},"b":[1,null]}',
  );
});
