/** The pages of help. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { find, pageOf, pages, read } from '../src/features/help/pages';

const help = `${import.meta.dirname}/../../assets/help`;

test('a page is read into headings, paragraphs and lists, without its pictures', () => {
  const { title, blocks } = read('# Uno\n\n![Foto](pictures/x.png)\n\nDice.\n\n## Pasos\n\n1. Abrir\n2. Cerrar\n\n- así\n');
  expect(title).toBe('Uno');
  expect(blocks).toEqual([
    { is: 'text', text: 'Dice.' },
    { is: 'heading', text: 'Pasos' },
    { is: 'steps', items: ['Abrir', 'Cerrar'] },
    { is: 'list', items: ['así'] },
  ]);
});

test('both languages have the same pages with the same shape', () => {
  const shape = (tongue: 'es' | 'en') => pages(tongue).map((page) => [page.id, page.blocks.map((block) => ('items' in block ? block.items.length : block.is))]);
  expect(shape('en')).toEqual(shape('es'));
  expect(pages('es').length).toBeGreaterThan(15);
});

test('every screen has a page, and what has none is told by the page of the window', () => {
  for (const screen of ['today', 'capture', 'list', 'record', 'versions', 'merge', 'import', 'export', 'report', 'library', 'settings', 'board', 'states']) {
    expect(pageOf('es', screen)?.id).toBe(screen);
  }
  expect(pageOf('en', 'help')?.id).toBe('window');
  expect(pageOf('en', 'nowhere')?.id).toBe('window');
});

test('help is found without accents, by every word', () => {
  expect(find('es', 'panico').map(({ page }) => page.id)).toContain('unlock');
  expect(find('es', 'copia sellada').map(({ page }) => page.id)).toContain('settings');
  expect(find('en', 'zzz')).toEqual([]);
});

test('no line of help is of a form the page cannot show', () => {
  for (const tongue of ['es', 'en']) {
    for (const file of readdirSync(`${help}/${tongue}`)) {
      const odd = readFileSync(`${help}/${tongue}/${file}`, 'utf8').split('\n').filter((line) => /^(###|[*>|`]|\t|\s{2,}\S)|\*\*|`|\]\((?!pictures\/)/.test(line));
      expect(odd, file).toEqual([]);
    }
  }
});
