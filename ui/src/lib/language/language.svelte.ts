/** The language the window speaks: sentences from assets/locales, the same files Rust reads. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { MessageId } from './ids';

export type Tongue = 'es' | 'en';

const files = import.meta.glob<string>('../../../../assets/locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });

function bundle(tongue: Tongue): FluentBundle {
  const made = new FluentBundle(tongue === 'es' ? 'es-MX' : 'en', { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/${tongue}/`)) made.addResource(new FluentResource(text));
  }
  return made;
}

const bundles: Record<Tongue, FluentBundle> = { es: bundle('es'), en: bundle('en') };
const numbers: Record<Tongue, Intl.NumberFormat> = { es: new Intl.NumberFormat('es-MX'), en: new Intl.NumberFormat('en-US') };

class Language {
  current = $state<Tongue>('es');
}

export const language = new Language();

/** A sentence in the window's language. A missing one shows its id, so that nobody takes it for a text. */
export function t(id: MessageId, args?: Record<string, FluentVariable>): string {
  return sentence(id, args);
}

/** A sentence whose id is put together from the core's own words; only tables of ids may use it. */
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
