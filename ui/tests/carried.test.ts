/** A press meant for what was there before does nothing to what came in its place. */
import { fireEvent } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stopCarried } from '../src/lib/keys/carried';

const pressed = vi.fn();
let stop = () => {};
const button = () => {
  const made = document.createElement('button');
  made.addEventListener('click', pressed);
  document.body.append(made);
  return made;
};
const click = async (on: Element, timeStamp: number, x = 100) => {
  const down = new MouseEvent('pointerdown', { bubbles: true, clientX: x, clientY: 50 });
  Object.defineProperty(down, 'timeStamp', { value: timeStamp });
  on.dispatchEvent(down);
  await fireEvent.click(on, { detail: 1 });
};

beforeEach(() => {
  pressed.mockClear();
  stop = stopCarried();
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

test('i14 the second half of a double click does not confirm what the first half opened', async () => {
  const [first, second] = [button(), button()];
  await click(first, 1000);
  await click(second, 1200);
  expect(pressed).toHaveBeenCalledTimes(1);
  await click(second, 1900);
  expect(pressed).toHaveBeenCalledTimes(2);
});

test('two clicks on one thing are two, and two places are two', async () => {
  const [first, second] = [button(), button()];
  await click(first, 1000);
  await click(first, 1100);
  await click(second, 1200, 300);
  expect(pressed).toHaveBeenCalledTimes(3);
});

test('i14 an Enter still held does not press what took its place', async () => {
  const [first, second] = [button(), button()];
  first.focus();
  await fireEvent.keyDown(first, { key: 'Enter' });
  second.focus();
  expect(await fireEvent.keyDown(second, { key: 'Enter', repeat: true })).toBe(false);
  expect(await fireEvent.keyDown(second, { key: 'Enter' })).toBe(true);
});
