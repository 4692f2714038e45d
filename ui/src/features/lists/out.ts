/** What leaves from a list, as the screen of exports reads it from the address. */
import type { ListQuery } from '$lib/backend/lists';

/** The most chosen records an address names; all that pass need none. */
export const MOST_NAMED = 2000;

/** The place of an export: all that pass, or those chosen of them. */
export function outOf(query: ListQuery, ids: readonly string[] | null): string {
  return `export?${encodeURIComponent(JSON.stringify({ query, ids }))}`;
}
