import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=cmd|" /C calc"!A0'])(
  'a cell that a spreadsheet would compute is text: %j',
  (text) => {
    const [cell = ''] = csvLine([text]).split('\r\n');
    expect(cell.replace(/^"/, '')).toMatch(/^'/);
    expect(cell.replaceAll('""', '"')).toContain(text.trim());
  },
);

test('cells hold commas, quotes, line ends and nothing, and stay what they are', () => {
  expect(csvLine(['a', 'b,c', 'd"e', 'f\ng', null, 'x=1', ' y'])).toBe('a,"b,c","d""e","f\ng",,x=1," y"\r\n');
});
