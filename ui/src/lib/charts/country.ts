/** The shapes of the 32 federal entities by INEGI code, and where their letters stand. @svg-maps/mexico, CC BY 4.0. */
import shapes from '../../../../assets/map/mexico.json';

/** One entity. */
export interface Shape {
  /** Its outline. */
  d: string;
  /** Where its letters stand on the map. */
  at?: readonly [number, number];
  /** The end of the line that leads from letters beside it. */
  from?: readonly [number, number];
  /** Where its letters stand in the enlarged centre. */
  near?: readonly [number, number];
}

type Place = readonly [number, number];
const place = (read: number[] | undefined): Place | undefined => {
  const [x, y] = read ?? [];
  return x === undefined || y === undefined ? undefined : [x, y];
};

interface Read {
  d: string;
  at?: number[];
  from?: number[];
  near?: number[];
}

function shape({ d, at, from, near }: Read): Shape {
  const [one, two, three] = [place(at), place(from), place(near)];
  return { d, ...(one && { at: one }), ...(two && { from: two }), ...(three && { near: three }) };
}

/** Every entity, by code. */
export const country: ReadonlyMap<string, Shape> = new Map(Object.entries<Read>(shapes).map(([code, read]) => [code, shape(read)]));

/** The part that is enlarged: left, top, width, height. */
export const centre = { x: 440, y: 316, width: 100, height: 84 } as const;
