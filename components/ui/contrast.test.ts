import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Colour, contrastOf, oklchToLinear } from './contrast.ts';

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
const declarations = new Map(
  [...css.matchAll(/^\s*--([\w-]+):\s*([^;]+);/gm)].map((m) => [m[1], m[2] ?? '']),
);
const themes = { light: 0, dark: 1 } as const;
type Theme = keyof typeof themes;

/** The colour that a token has in a theme, as linear red, green and blue. */
function colourOf(token: string, theme: Theme): Colour {
  const value = declarations.get(token);
  if (value === undefined) throw new Error(`globals.css has no --${token}`);
  return resolve(value, theme);
}

function resolve(value: string, theme: Theme): Colour {
  const sides = /^light-dark\(((?:oklch|var)\([^()]+\)), ((?:oklch|var)\([^()]+\))\)$/.exec(value);
  if (sides) return resolve(sides[themes[theme] + 1] ?? '', theme);
  const reference = /^var\(--([\w-]+)\)$/.exec(value);
  if (reference) return colourOf(reference[1] ?? '', theme);
  const oklch = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(value);
  if (!oklch) throw new Error(`not a colour that this test reads: ${value}`);
  return oklchToLinear(Number(oklch[1]), Number(oklch[2]), Number(oklch[3]));
}

const surfaces = ['canvas', 'rail', 'raised', 'neutral-2', 'neutral-3', 'neutral-4', 'accent-3'];
const textPairs: [string, string][] = [
  ...[...surfaces, 'neutral-5', 'accent-5'].map((surface): [string, string] => ['ink', surface]),
  ...surfaces.map((surface): [string, string] => ['muted', surface]),
  ...['canvas', 'raised', 'rail', 'neutral-2', 'accent-3'].map((surface): [string, string] => [
    'accent-11',
    surface,
  ]),
  ['danger-text', 'canvas'],
  ['danger-text', 'raised'],
  ['success-text', 'canvas'],
  ['success-text', 'raised'],
  ['canvas', 'ink'],
  ['on-accent', 'accent-9'],
  ['on-accent', 'accent-10'],
  ['on-accent', 'danger-solid'],
  ['on-accent', 'danger-solid-hover'],
  ...['danger', 'warning', 'success'].flatMap((tone): [string, string][] => [
    [`${tone}-text`, `${tone}-surface`],
    ['ink', `${tone}-surface`],
    ['muted', `${tone}-surface`],
  ]),
  ['accent-11', 'warning-surface'],
  ['accent-11', 'danger-surface'],
];
const shapePairs: [string, string][] = [
  ...['canvas', 'rail', 'raised', 'neutral-2', 'neutral-3'].flatMap((surface): [string, string][] => [
    ['control-border', surface],
    ['neutral-10', surface],
    ['neutral-9', surface],
    ['focus', surface],
  ]),
  ['danger-solid', 'canvas'],
  ['danger-solid', 'raised'],
  ['warning-solid', 'canvas'],
  ['success-solid', 'canvas'],
  ['accent-9', 'canvas'],
  ['accent-9', 'neutral-4'],
  ['focus', 'danger-surface'],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(textPairs)('text in %s on %s has a contrast of at least 4.5', (text, surface) => {
    expect(contrastOf(colourOf(text, theme), colourOf(surface, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapePairs)('a shape in %s on %s has a contrast of at least 3', (shape, surface) => {
    expect(contrastOf(colourOf(shape, theme), colourOf(surface, theme))).toBeGreaterThanOrEqual(3);
  });

  test('initials on an avatar have a contrast of at least 4.5, whatever the hue', () => {
    const rule = /@utility avatar \{([^}]+)\}/.exec(css)?.[1] ?? '';
    const sideOf = (property: string, hue: number) => {
      const value = new RegExp(`${property}: (.+);`).exec(rule)?.[1]?.replaceAll('var(--hue)', String(hue));
      return resolve(value ?? '', theme);
    };
    for (let hue = 0; hue < 360; hue += 1) {
      expect(
        contrastOf(sideOf('color', hue), sideOf('background', hue)),
        `hue ${hue}`,
      ).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('black on white has the highest contrast, 21, and a colour on itself the lowest, 1', () => {
  const black = oklchToLinear(0, 0, 0);
  const white = oklchToLinear(1, 0, 0);
  expect(contrastOf(black, white)).toBeCloseTo(21, 2);
  expect(contrastOf(white, white)).toBe(1);
});

test('the three primaries of sRGB come out of their OKLCH values', () => {
  expect(
    oklchToLinear(0.627955, 0.257683, 29.233885).map((part) => Math.round(part * 1000) / 1000 + 0),
  ).toEqual([1, 0, 0]);
  expect(
    oklchToLinear(0.86644, 0.294827, 142.495339).map((part) => Math.round(part * 1000) / 1000 + 0),
  ).toEqual([0, 1, 0]);
  expect(
    oklchToLinear(0.452014, 0.313214, 264.052021).map((part) => Math.round(part * 1000) / 1000 + 0),
  ).toEqual([0, 0, 1]);
});
