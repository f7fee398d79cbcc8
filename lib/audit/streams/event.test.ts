import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { recordActions, recordOutcomes } from '../record.ts';
import { makeRecord } from '../testing/make-record.ts';
import { eventOf } from './event.ts';

const docs = path.resolve(import.meta.dirname, '../../../docs');
const schema = JSON.parse(readFileSync(path.join(docs, 'audit-stream.schema.json'), 'utf8'));
const isDocumented = new Ajv2020().compile(schema);
const hash = '0d1b5a0f7c2e4d6889b0c1d2e3f405162738495a6b7c8d9e0f1a2b3c4d5e6f70';

function problemsOf(event: unknown): unknown {
  return isDocumented(event) ? [] : isDocumented.errors;
}

describe('an event', () => {
  test.each(recordOutcomes.filter((outcome) => outcome !== 'open'))(
    'of whatever was %s is as the schema says',
    (outcome) => {
      const reason = { code: 'refused-by-hook', sentence: 'Not on a Monday.', hook: 'access' };
      const said = { reason, saved: ['Profile'], notSaved: ['E-mail'], undoes: 'another' };
      const nothing = { user: null, durationMs: null, before: null, after: null, bodies: null };
      const from = { ip: null, userAgent: null };
      for (const action of recordActions) {
        const full = makeRecord({ action, outcome, ...said });
        const bare = makeRecord({ action, outcome, ...nothing, from });
        for (const record of [full, bare]) {
          expect(problemsOf(eventOf({ sequence: 7, hash, record })), action).toEqual([]);
        }
      }
    },
  );

  test('with a member that is not described, or without one that is, is found out', () => {
    const event = eventOf({ sequence: 7, hash, record: makeRecord() });
    expect(problemsOf({ ...event, surprise: true })).not.toEqual([]);
    expect(problemsOf({ ...event, steward: undefined })).not.toEqual([]);
  });

  test('is the one in the documentation', () => {
    const text = readFileSync(path.join(docs, 'audit-stream.md'), 'utf8');
    const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '');
    const record = makeRecord({ id: '5f0f7a34-6f0e-4f43-9d5e-0f6f2f8f7a11' });
    expect(example).toEqual(JSON.parse(JSON.stringify(eventOf({ sequence: 42, hash, record }))));
  });

  test('of a refusal says that it failed, that it was denied, by which hook and why', () => {
    const reason = { code: 'refused-by-hook', sentence: 'Not on a Monday.', hook: 'access' };
    expect(eventOf({ sequence: 7, hash, record: makeRecord({ outcome: 'refused', reason }) })).toMatchObject({
      event: { outcome: 'failure', type: ['user', 'change', 'denied'], reason: 'Not on a Monday.' },
      steward: { outcome: 'refused', hook: 'access' },
    });
  });
});
