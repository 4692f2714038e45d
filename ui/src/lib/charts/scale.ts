/** From numbers to places in a drawing. d3-scale is not used: d3-color, which it brings, writes to a prototype that the window freezes. */

/** A straight scale: where a number between two ends stands between two places. */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): (value: number) => number {
  const length = to - from;
  return (value) => (length === 0 ? start : start + ((value - from) / length) * (end - start));
}

/** So many bands side by side, a gap between two, half a gap outside; where each begins and how wide all are. */
export function bands(count: number, wide: number, gap = 1 / 3): { at: (index: number) => number; width: number } {
  const step = count > 0 ? wide / count : wide;
  return { at: (index) => step * (index + gap / 2), width: step * (1 - gap) };
}
