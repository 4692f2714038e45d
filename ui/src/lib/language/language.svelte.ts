/** The language the window speaks: sentences from assets/locales, the same files Rust reads. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Sentences } from './generated/ids';

export type Tongue = 'es' | 'en';
/** A sentence the window can say. */
export type MessageId = keyof Sentences;
/** A sentence that takes no arguments: names of keys, labels of tables. */
export type PlainId = { [Id in MessageId]: [Sentences[Id]] extends [never] ? Id : never }[MessageId];
type Arguments<Id extends MessageId> = [Sentences[Id]] extends [never] ? [] : [Record<Sentences[Id], FluentVariable>];

const files = import.meta.glob<string>(
  [
    '../../../../assets/locales/*/*.ftl',
    '!**/cli.ftl',
    '!**/errors.ftl',
    '!**/report.ftl',
  ],
  { query: '?raw', import: 'default', eager: true },
);

function bundle(tongue: Tongue): FluentBundle {
  const made = new FluentBundle(tongue === 'es' ? 'es-MX' : 'en-US', { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/${tongue}/`)) made.addResource(new FluentResource(text));
  }
  return made;
}

const bundles: Record<Tongue, FluentBundle> = { es: bundle('es'), en: bundle('en') };
const numbers: Record<Tongue, Intl.NumberFormat> = { es: new Intl.NumberFormat('es-MX'), en: new Intl.NumberFormat('en-US') };

class Language {
  /** What is spoken now; every sentence on the screen follows. */
  current = $state<Tongue>('es');
}

export const language = new Language();

/** A sentence in the window's language. A missing one shows its id, so that nobody takes it for a text. */
export function t<Id extends MessageId>(id: Id, ...args: Arguments<Id>): string {
  return sentence(id, args[0]);
}

/** A sentence whose id comes from a table; a literal id goes through {@link t}. */
export function sentence(id: string, args?: Record<string, FluentVariable>): string {
  const speaking = bundles[language.current];
  const pattern = speaking.getMessage(id)?.value;
  return pattern ? speaking.formatPattern(pattern, args ?? null, []) : id;
}

/** A text that comes in both languages. */
export function label(both: { es: string; en: string }): string {
  return both[language.current];
}

/** A count with its separators. */
export function count(number: number): string {
  return numbers[language.current].format(number);
}

/** A share in whole per cent, with a hard space in Spanish. */
export function percent(done: number, total: number): string {
  const share = total > 0 ? Math.floor((done * 100) / total) : 0;
  return language.current === 'es' ? `${count(share)}\u00a0%` : `${count(share)}%`;
}
