/** Boxes over parts of a picture. */
import { expect, test } from 'vitest';
import { added, dragged, moved, percent, sized } from '../src/features/record/boxes';

test('a box drawn in any direction is the same box', () => {
  const box = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 };
  expect(dragged({ x: 0.25, y: 0.5 }, { x: 0.75, y: 0.75 })).toEqual(box);
  expect(dragged({ x: 0.75, y: 0.75 }, { x: 0.25, y: 0.5 })).toEqual(box);
});

test('a point beside the picture counts as its edge', () => {
  const area = new DOMRect(100, 100, 200, 100);
  expect(percent({ clientX: 50, clientY: 150 }, area)).toEqual({ x: 0, y: 0.5 });
  expect(percent({ clientX: 900, clientY: 900 }, area)).toEqual({ x: 1, y: 1 });
});

test('arrows never take a box out of the picture, nor make it vanish', () => {
  let box = added();
  for (let press = 0; press < 100; press += 1) box = moved(box, 'ArrowRight');
  expect(box.x + box.width).toBeCloseTo(1);
  for (let press = 0; press < 100; press += 1) box = sized(box, 'ArrowDown');
  expect(box.y + box.height).toBeCloseTo(1);
  for (let press = 0; press < 100; press += 1) box = sized(box, 'ArrowLeft');
  expect(box.width).toBeGreaterThan(0);
});
