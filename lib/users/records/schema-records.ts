import { z } from 'zod';
import { type RecordInput, recordParameters, recordPeriods } from './record-filter.ts';

/** Longer than anything that is searched for. */
const textLengthMax = 500;

const text = z.string().trim().max(textLengthMax).catch('');
const day = z.iso.date().catch('');

const inAddress = z.object({
  text,
  action: text,
  outcome: text,
  manager: text,
  user: text,
  department: text,
  period: z.enum(recordPeriods).catch('any'),
  since: day,
  until: day,
  from: z.string().max(100).catch(''),
});

type Parameters = Record<string, string | string[] | undefined>;

/** What an address asks for; what it leaves out or gets wrong is as in the whole trail. */
export function recordInputOf(parameters: Parameters): RecordInput {
  const given = Object.entries(recordParameters).map(([key, name]) => {
    const value = parameters[name];
    return [key, Array.isArray(value) ? value[0] : value];
  });
  return inAddress.parse(Object.fromEntries(given));
}
