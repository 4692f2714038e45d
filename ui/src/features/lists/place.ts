/** A list in the address: `list/incident?<what differs from every record, as JSON>`. */
import type { ListQuery } from '$lib/backend/lists';

/** Every record of a kind that is in use. */
export function everything(kind: string): ListQuery {
  return { kind, text: '', earlier: false, filters: [], status: 'in_use', sort: null, group: null, columns: [] };
}

/** Reads a list from the address; anything else is everything. */
export function readList(kind: string, query: string): ListQuery {
  const all = everything(kind);
  if (query === '') return all;
  try {
    const read: unknown = JSON.parse(decodeURIComponent(query));
    return isPart(read) ? { ...all, ...read, kind } : all;
  } catch {
    return all;
  }
}

/** Writes it: the place of a list. */
export function placeOf(query: ListQuery): string {
  const all = everything(query.kind);
  const differs = Object.entries(query).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(Object.entries(all).find(([other]) => other === name)?.[1]));
  const path = `list/${query.kind}`;
  return differs.length === 0 ? path : `${path}?${encodeURIComponent(JSON.stringify(Object.fromEntries(differs)))}`;
}

/** Whether two lists show the same. */
export function same(one: ListQuery, other: ListQuery): boolean {
  return placeOf(one) === placeOf(other);
}

const shapes: Record<string, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  earlier: (value) => typeof value === 'boolean',
  filters: Array.isArray,
  status: (value) => value === 'in_use' || value === 'archived' || value === 'binned',
  sort: (value) => value === null || (typeof value === 'object' && 'field' in value && 'backwards' in value),
  group: (value) => value === null || typeof value === 'string',
  columns: Array.isArray,
};

function isPart(read: unknown): read is Partial<ListQuery> {
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return false;
  return Object.entries(read).every(([name, value]) => shapes[name]?.(value) === true);
}
