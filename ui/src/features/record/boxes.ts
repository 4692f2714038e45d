/** Boxes over a picture, in fractions of its width and height. */
/** A part of a picture. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const STEP = 0.02;
const clamp = (part: number): number => Math.min(1, Math.max(0, part));

/** Where a pointer is over the picture. */
export function percent(event: { clientX: number; clientY: number }, area: DOMRect | undefined): { x: number; y: number } {
  if (!area || area.width === 0 || area.height === 0) return { x: 0, y: 0 };
  return { x: clamp((event.clientX - area.left) / area.width), y: clamp((event.clientY - area.top) / area.height) };
}

/** The box between two points. */
export function dragged(from: { x: number; y: number }, to: { x: number; y: number }): Box {
  return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) };
}

/** A box in the middle, for the keyboard. */
export function added(): Box {
  return { x: 0.4, y: 0.4, width: 0.2, height: 0.2 };
}

const ways: Record<string, [number, number]> = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

/** A step with an arrow; the box stays within the picture. */
export function moved(box: Box, key: string): Box {
  const [x, y] = ways[key] ?? [0, 0];
  return { ...box, x: Math.min(clamp(box.x + x), 1 - box.width), y: Math.min(clamp(box.y + y), 1 - box.height) };
}

/** Larger or smaller by a step. */
export function sized(box: Box, key: string): Box {
  const [x, y] = ways[key] ?? [0, 0];
  return { ...box, width: Math.min(Math.max(STEP, box.width + x), 1 - box.x), height: Math.min(Math.max(STEP, box.height + y), 1 - box.y) };
}
