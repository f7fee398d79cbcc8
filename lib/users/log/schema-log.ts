import { z } from 'zod';
import { type LogInput, logParameters, logPeriods } from './log-filter.ts';

/** Longer than anything that is searched for. */
const textLengthMax = 500;

const text = z.string().trim().max(textLengthMax).catch('');
const day = z.iso.date().catch('');

const inAddress = z.object({
  text,
  event: text,
  user: text,
  client: text,
  period: z.enum(logPeriods).catch('any'),
  since: day,
  until: day,
  order: z.enum(['newest', 'oldest']).catch('newest'),
  from: z.string().max(2_000).catch(''),
});

type Parameters = Record<string, string | string[] | undefined>;

/** What an address asks for; what it leaves out or gets wrong is as in the whole log. */
export function logInputOf(parameters: Parameters): LogInput {
  const given = Object.entries(logParameters).map(([key, name]) => {
    const value = parameters[name];
    return [key, Array.isArray(value) ? value[0] : value];
  });
  return inAddress.parse(Object.fromEntries(given));
}
