/** What a combobox offers and what is chosen in it. */
import type { Cell, JsonValue } from '../backend/records';

/** One line of the list. */
export interface Choice {
  key: string;
  text: string;
  marks: [number, number][];
  /** Where it belongs, before the text: the labels above a term, the kind of a record. */
  path?: string;
  /** Said after it. */
  detail?: string;
  veiled?: boolean;
}

/** A last line: keep as written, make a new one. */
export interface LastLine {
  text: string;
  pick: () => void;
}

/** A value that is chosen, and how it is drawn. */
export interface Chosen {
  value: JsonValue;
  cell: Cell;
}

/** A value just chosen, drawn until the core draws it. */
export function drawn(text: string, manner: Cell['manner'] = 'plain'): Cell {
  return { text, manner, versions: 1, links: [], mark: null };
}

/** Values with their drawings, in the same order. */
export function together(values: readonly JsonValue[], cells: readonly Cell[]): Chosen[] {
  return values.map((value, at) => ({ value, cell: cells[at] ?? drawn(written(value)) }));
}

/** A value in the words it was typed in, while the core has not drawn it. */
export function written(value: JsonValue): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['as_written'] === 'string') return value['as_written'];
  return '';
}

/** Whether a value is one of the three ways of not saying. */
export function nonAnswer(value: JsonValue | undefined): 'unknown' | 'not_asked' | 'withheld' | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  if (value['unknown'] === true) return 'unknown';
  if (value['not_asked'] === true) return 'not_asked';
  return value['withheld'] === true ? 'withheld' : null;
}

/** What a value points to: the term or the record, without role or certainty. */
export function identity(value: JsonValue): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['ref'] === 'string') return value['ref'];
  return typeof value === 'string' ? value : '';
}
