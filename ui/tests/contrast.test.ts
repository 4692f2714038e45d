/** Every pair of ink and surface the window uses, in both themes (WCAG 2.2: text 4.5, parts 3). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(`${import.meta.dirname}/../src/lib/design/tokens.css`, 'utf8');

function inks(head: string): Record<string, string> {
  const from = css.indexOf(head);
  const block = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9A-Fa-f]{6})/g)].map(([, name = '', ink = '']) => [name, ink]));
}

function luminance(ink: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(ink.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const states = ['late', 'soon', 'met', 'blank', 'split', 'veil', 'out'];
const across = (fronts: string[], backs: string[]) => fronts.flatMap((front) => backs.map((back) => [front, back] as const));
const text = [
  ...across(['ink', 'ink-2', 'ink-3'], ['paper', 'desk', 'sheet', 'row-alt', 'hover', 'picked']),
  ...across(['act'], ['paper', 'desk', 'sheet', 'picked']),
  ...across(['on-ink'], ['act', 'late', 'out', 'ink']),
  ...states.flatMap((state) => across([state], ['paper', 'sheet', 'row-alt', 'hover', 'picked', `${state}-tint`])),
  ...states.map((state) => ['ink', `${state}-tint`] as const),
];
const parts = across(['edge', 'ring'], ['paper', 'sheet', 'desk']);

test.each([
  ['light', ':root{'],
  ['dark', '[data-theme=dark]{'],
])('every pair of the %s theme can be read', (_, head) => {
  const all = inks(head);
  const under = [...text.map((pair) => [pair, 4.5] as const), ...parts.map((pair) => [pair, 3] as const)].filter(
    ([[front, back], floor]) => !(ratio(all[front] ?? '', all[back] ?? '') >= floor),
  );
  expect(under).toEqual([]);
  expect(text.length + parts.length).toBe(81);
});
