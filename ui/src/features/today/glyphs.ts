/** The glyph of what waits. */

type Shape = 'late' | 'soon' | 'split' | 'care' | 'not_asked' | 'met';

/** A line's state as its silhouette. */
export function glyphOf(state: string): Shape {
  switch (state) {
    case 'late':
    case 'soon':
    case 'split':
    case 'care':
    case 'met':
      return state;
    default:
      return 'not_asked';
  }
}
