/** A board in the address: `mechanism/measures?2014-03-14&application=…`. */
import type { BoardAsk, BoardFilter } from '$lib/backend/boards';

/** Reads what is asked of a board. */
export function readBoard(board: string, query: string): BoardAsk {
  const [asOf = '', ...rest] = query.split('&');
  const filters = rest.flatMap((part): BoardFilter[] => {
    const [field = '', value = ''] = part.split('=', 2);
    return field !== '' && value !== '' ? [{ field, value }] : [];
  });
  return { board, as_of: asOf, filters };
}

/** Where that stands. */
export function placeOf(ask: BoardAsk): string {
  const parts = [ask.as_of, ...ask.filters.map(({ field, value }) => `${field}=${value}`)];
  return `mechanism/${ask.board}?${encodeURIComponent(parts.join('&'))}`;
}

/** The same with one condition changed; without a value it is taken away. */
export function narrowed(ask: BoardAsk, field: string, value: string | null): BoardAsk {
  const others = ask.filters.filter((filter) => filter.field !== field);
  return { ...ask, filters: value === null ? others : [...others, { field, value }] };
}
