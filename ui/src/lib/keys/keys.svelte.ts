/** The keys of the window: one table per screen, run from one place, shown by F1. */
import { untrack } from 'svelte';
import type { PlainId } from '../language/language.svelte';
import { layers } from './layers.svelte';

/** One key and what it does. */
export interface Key {
  /** As shown: `Ctrl+K`, `F1`, `J`, `Alt+ArrowLeft`. */
  keys: string;
  /** The sentence that says what it does. */
  says: PlainId;
  run: () => void;
  /** `anywhere`: over layers too; `page`: in fields too; `outside`: never inside a field. */
  where?: 'anywhere' | 'page' | 'outside';
}

interface Table {
  keys: readonly Key[];
  depth: number;
}

/** Whether a key pressed there is text somebody types. */
export function inField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range', 'color'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** The name of what was pressed, written as in a table. */
export function pressed(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const letter = /^[A-ZÑ0-9]$/.test(key) || key.length > 1;
  return [event.ctrlKey || event.metaKey ? 'Ctrl+' : '', event.altKey ? 'Alt+' : '', event.shiftKey && letter ? 'Shift+' : '', key].join('');
}

class Keys {
  #tables = $state.raw<Table[]>([]);
  /** Whether single letters are commands; a setting. */
  singles = $state(true);

  /** What can be pressed now, for the page of help. */
  get now(): readonly Key[] {
    return this.#tables.flatMap((table) => table.keys);
  }

  /** A screen brings its keys; the returned function takes them away. Call it inside an `$effect`. */
  use(keys: readonly Key[]): () => void {
    const table = { keys, depth: untrack(() => layers.depth) };
    this.#tables = [...untrack(() => this.#tables), table];
    return () => {
      this.#tables = untrack(() => this.#tables).filter((other) => other !== table);
    };
  }

  /** Runs the key of the screen that came last. */
  hear(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.isComposing) return false;
    const name = pressed(event);
    const plain = !name.includes('+') && name.length === 1;
    if (plain && !this.singles) return false;
    const field = inField(event.target);
    for (const table of this.#tables.toReversed()) {
      const key = table.keys.find((one) => one.keys === name && this.#may(one, table.depth, field, plain || name === 'Delete'));
      if (!key) continue;
      event.preventDefault();
      key.run();
      return true;
    }
    return false;
  }

  #may(key: Key, depth: number, field: boolean, plain: boolean): boolean {
    const where = key.where ?? (plain ? 'outside' : 'page');
    if (where === 'anywhere') return true;
    return depth === layers.depth && !(where === 'outside' && field);
  }
}

export const keys = new Keys();
