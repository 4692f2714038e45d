/** Which silhouette a state has. */

type Shape = 'late' | 'soon' | 'run' | 'split' | 'care' | 'none' | 'not_asked' | 'met' | 'metlate' | 'stop' | 'unknown';

/** A state as its silhouette; one that is not known yet is an empty ring. */
export function glyphOf(state: string): Shape {
  switch (state) {
    case 'late':
    case 'soon':
    case 'split':
    case 'care':
    case 'none':
    case 'met':
    case 'metlate':
    case 'run':
    case 'stop':
    case 'unknown':
      return state;
    case 'quarter':
      return 'run';
    case 'three_quarters':
      return 'soon';
    default:
      return 'not_asked';
  }
}
