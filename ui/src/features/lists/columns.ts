/** How wide the columns of a list are, and which of them fit. */
import type { ListColumn, ListQuery, Sorting } from '$lib/backend/lists';

/** Widths in rem: at least, and its share of what is left. */
interface Width {
  least: number;
  share: number;
}

const folio: Width = { least: 7, share: 0 };
const heading: Width = { least: 10, share: 0 };

function widthOf(type: string): Width {
  switch (type) {
    case 'date':
      return { least: 10.2, share: 0 };
    case 'number':
    case 'duration':
      return { least: 5, share: 0 };
    case 'money':
    case 'answer':
      return { least: 8, share: 0 };
    case 'choice':
      return { least: 8.5, share: 3 };
    case 'long_text':
      return { least: 12, share: 3 };
    default:
      return { least: 9.5, share: 3 };
  }
}

/** More columns than these come only where this much is left over, so that what says most is not cut short for them. */
const ENOUGH = 7;
const EASE = 12;

/** The columns that fit a list so wide (in rem), the least needed left out first; chosen ones all stay. */
export function fitting(columns: readonly ListColumn[], query: ListQuery, room: number): ListColumn[] {
  if (query.columns.length > 0) return [...columns];
  // What the rows stand under is said by their heading.
  const told = columns.filter((column) => column.field !== query.group);
  let left = room - 2 - folio.least - (query.group === null ? 0 : heading.least);
  const fit: ListColumn[] = [];
  for (const [at, column] of told.entries()) {
    left -= widthOf(column.type).least;
    if (left < (at < ENOUGH ? 0 : EASE) && fit.length > 0) break;
    fit.push(column);
  }
  return fit;
}

/** What says most stands first, and has more of the room. */
function leading(width: Width, at: number): Width {
  return at < 3 ? { ...width, share: width.share * 1.3 } : width;
}

/** As `grid-template-columns`: the folio first, then the group's heading, then the columns. */
export function template(columns: readonly ListColumn[], grouped: boolean): string {
  const all = [folio, ...(grouped ? [heading] : []), ...columns.map((column, at) => leading(widthOf(column.type), at))];
  return all.map(({ least, share }) => (share === 0 ? `${least}rem` : `minmax(${least}rem, ${share}fr)`)).join(' ');
}

/** The least width of all together, with the box. */
export function leastOf(columns: readonly ListColumn[], grouped: boolean): string {
  const all = [folio, ...(grouped ? [heading] : []), ...columns.map((column) => widthOf(column.type))];
  return `${all.reduce((sum, { least }) => sum + least, 2)}rem`;
}

/** How wide something is in rem. */
export function inRem(pixels: number): number {
  return pixels / parseFloat(getComputedStyle(document.documentElement).fontSize || '14');
}

/** Columns whose values are figures. */
export function isFigure(type: string): boolean {
  return type === 'number' || type === 'money' || type === 'duration';
}

/** The order a list has now: what was asked, else latest first where there is a date. */
export function orderOf(query: ListQuery, columns: readonly ListColumn[]): Sorting | null {
  if (query.sort !== null) return query.sort;
  if (query.text.trim() !== '') return null;
  const date = columns.find((column) => column.type === 'date');
  const by = date ?? columns[0];
  return by ? { field: by.field, backwards: date !== undefined } : null;
}

/** The order after its head is pressed: turned round, or by this column. */
export function pressed(now: Sorting | null, column: ListColumn): Sorting {
  if (now?.field === column.field) return { field: column.field, backwards: !now.backwards };
  return { field: column.field, backwards: column.type === 'date' };
}

/** Whether rows can stand in the order of such a column. */
export function hasOrder(type: string): boolean {
  return type !== 'reference';
}
