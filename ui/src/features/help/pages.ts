/** The pages of help, from assets/help: the text of the manual, cut by screen. */
import { folded } from '$lib/language/folded';
import type { Tongue } from '$lib/language/language.svelte';

/** A piece of a page. */
export type Block = { is: 'heading'; text: string } | { is: 'text'; text: string } | { is: 'list'; items: string[] } | { is: 'steps'; items: string[] };

/** One page. */
export interface HelpPage {
  /** The screen it is about: `record`. */
  id: string;
  title: string;
  blocks: Block[];
}

const files = import.meta.glob<string>('../../../../assets/help/*/*.md', { query: '?raw', import: 'default', eager: true });

/** Which page tells about a place; the places that have none are told by the page of the window. */
const told: Partial<Record<string, string>> = { help: 'window', controls: 'window', '': 'window' };

/** Reads headings, paragraphs and lists; a picture belongs to the manual and is left out. */
export function read(text: string): { title: string; blocks: Block[] } {
  let title = '';
  const blocks: Block[] = [];
  for (const line of text.split('\n')) {
    const [, mark = '', rest = ''] = /^(# |## |- |\d+\. |!\[)?(.*)$/.exec(line) ?? [];
    const last = blocks.at(-1);
    if (mark === '# ') title = rest;
    else if (mark === '## ') blocks.push({ is: 'heading', text: rest });
    else if (mark === '' && rest !== '') blocks.push({ is: 'text', text: rest });
    else if (mark === '- ' || /^\d/.test(mark)) {
      const is = mark === '- ' ? 'list' : 'steps';
      if (last?.is === is) last.items.push(rest);
      else blocks.push(is === 'list' ? { is, items: [rest] } : { is, items: [rest] });
    }
  }
  return { title, blocks };
}

function library(tongue: Tongue): HelpPage[] {
  const own = Object.entries(files).filter(([path]) => path.includes(`/${tongue}/`));
  return own.sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => ({ id: /\d+-(\w[\w-]*)\.md$/.exec(path)?.[1] ?? '', ...read(text) }));
}

const libraries: Record<Tongue, HelpPage[]> = { es: library('es'), en: library('en') };

/** Every page, in the order of the manual. */
export const pages = (tongue: Tongue): HelpPage[] => libraries[tongue];

/** The page about a screen. */
export function pageOf(tongue: Tongue, screen: string): HelpPage | undefined {
  return pages(tongue).find((page) => page.id === (told[screen] ?? screen)) ?? pages(tongue).find((page) => page.id === 'window');
}

const said = (page: HelpPage) => [page.title, ...page.blocks.flatMap((block) => ('items' in block ? block.items : [block.text]))];

/** The pages that hold every word of a text, with the first sentence that holds one; all pages when it is empty. */
export function find(tongue: Tongue, text: string): { page: HelpPage; line: string }[] {
  const words = folded(text).split(/\s+/).filter((word) => word !== '');
  return pages(tongue)
    .filter((page) => words.every((word) => folded(said(page).join(' ')).includes(word)))
    .map((page) => ({ page, line: words.length === 0 ? '' : (said(page).find((line) => words.some((word) => folded(line).includes(word))) ?? '') }));
}
