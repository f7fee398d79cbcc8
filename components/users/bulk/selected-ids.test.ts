import { describe, expect, test } from 'vitest';
import { withTicked } from './selected-ids.ts';

const listed = ['a', 'b', 'c', 'd', 'e'];
const ticked = (selected: string[], change: Parameters<typeof withTicked>[2]) =>
  [...withTicked(listed, new Set(selected), change)].toSorted().join('');

describe('a selection', () => {
  test('gains and loses one at a time', () => {
    expect(ticked([], { userId: 'c', isOn: true })).toBe('c');
    expect(ticked(['a', 'c'], { userId: 'c', isOn: false })).toBe('a');
  });

  test('with Shift all between the last one and this one, in either direction', () => {
    expect(ticked(['b'], { userId: 'd', isOn: true, anchor: 'b' })).toBe('bcd');
    expect(ticked(['d'], { userId: 'b', isOn: true, anchor: 'd' })).toBe('bcd');
    expect(ticked(['a', 'b', 'c', 'd'], { userId: 'b', isOn: false, anchor: 'd' })).toBe('a');
  });

  test('this one alone where the last one is not listed any more', () => {
    expect(ticked([], { userId: 'd', isOn: true, anchor: 'gone' })).toBe('d');
  });
});
