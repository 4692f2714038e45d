/** What is to leave, as the list writes it into the address: `export?<query as JSON>`. */
import type { ListQuery } from '$lib/backend/lists';

/** A list, or those chosen of it. */
export interface Asked {
  query: ListQuery;
  ids: string[] | null;
}

const everything: Asked = {
  query: { kind: 'incident', text: '', earlier: false, filters: [], status: 'in_use', sort: null, group: null, columns: [] },
  ids: null,
};

/** Reads it; anything else is every incident. */
export function readOut(query: string): Asked {
  if (query === '') return everything;
  try {
    const read: unknown = JSON.parse(decodeURIComponent(query));
    return isAsked(read) ? read : everything;
  } catch {
    return everything;
  }
}

function isAsked(read: unknown): read is Asked {
  return typeof read === 'object' && read !== null && 'query' in read && 'ids' in read;
}
