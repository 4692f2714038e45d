import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sentences } from '../scripts/ids.mjs';

const root = `${import.meta.dirname}/../`;

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

test('both languages say the same sentences with the same arguments', () => {
  const told = (tongue: 'es' | 'en') => [...sentences(tongue)].map(([id, args]) => `${id}(${[...args].sort().join(', ')})`).sort();
  expect(told('en')).toEqual(told('es'));
});

test('no id is said twice', () => {
  for (const tongue of ['es', 'en']) {
    const folder = `${root}../assets/locales/${tongue}`;
    const all = files(folder).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^([a-z][\w-]*) *=/gm)].map(([, id]) => id));
    expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
  }
});

test('no component holds a sentence of its own', () => {
  const own: string[] = [];
  for (const file of files(`${root}src`).filter((name) => name.endsWith('.svelte'))) {
    const markup = readFileSync(file, 'utf8')
      .replace(/<script[\s\S]*?<\/script>/g, '')
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/=>/g, '')
      .replace(/\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '');
    for (const [, text] of markup.matchAll(/>([^<>]*)</g)) {
      if (/\p{L}{2,}/u.test(text ?? '') && text?.trim() !== 'Resguardo') own.push(`${file}: ${text?.trim()}`);
    }
    for (const [, text] of markup.matchAll(/(?:aria-label|title|placeholder|alt)="([^"{]*\p{L}[^"]*)"/gu)) own.push(`${file}: ${text}`);
  }
  expect(own).toEqual([]);
});
