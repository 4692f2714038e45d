/** A text cut where it matches what was typed. */

/** A piece of a text, and whether it is marked. */
export interface Piece {
  text: string;
  on: boolean;
  at: number;
}

/** Cuts a text at its marks (pairs of first and one past the last place). */
export function pieces(text: string, marks: readonly [number, number][]): Piece[] {
  const cut: Piece[] = [];
  let from = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (start < from || end <= start) continue;
    if (start > from) cut.push({ text: text.slice(from, start), on: false, at: from });
    cut.push({ text: text.slice(start, end), on: true, at: start });
    from = end;
  }
  if (from < text.length || cut.length === 0) cut.push({ text: text.slice(from), on: false, at: from });
  return cut;
}
