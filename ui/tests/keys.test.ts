/** Keys, layers and places. */
import { afterEach, expect, test, vi } from 'vitest';
import { keys, pressed } from '../src/lib/keys/keys.svelte';
import { layers } from '../src/lib/keys/layers.svelte';
import { read } from '../src/lib/route/route.svelte';

const press = (key: string, more: KeyboardEventInit = {}, target: EventTarget = document.body) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  let ran = false;
  const hear = (heard: Event) => {
    if (heard instanceof KeyboardEvent) ran = keys.hear(heard);
  };
  document.addEventListener('keydown', hear, { once: true });
  target.dispatchEvent(event);
  return ran;
};
const leave: (() => void)[] = [];
afterEach(() => {
  leave.splice(0).forEach((go) => go());
  document.body.replaceChildren();
  keys.singles = true;
});

test('single letters work only outside fields and can be turned off', () => {
  const run = vi.fn();
  leave.push(keys.use([{ keys: 'J', says: 'keys-undo', run }]));
  const field = document.body.appendChild(document.createElement('input'));
  expect(press('j')).toBe(true);
  expect(press('j', {}, field)).toBe(false);
  keys.singles = false;
  expect(press('j')).toBe(false);
  expect(run).toHaveBeenCalledOnce();
});

test('under an open layer only keys of anywhere and of the layer work', () => {
  const [lock, fresh, own] = [vi.fn(), vi.fn(), vi.fn()];
  leave.push(keys.use([{ keys: 'Ctrl+L', says: 'keys-lock', run: lock, where: 'anywhere' }, { keys: 'Ctrl+N', says: 'keys-new', run: fresh }]));
  leave.push(layers.open(() => undefined));
  leave.push(keys.use([{ keys: 'Ctrl+Enter', says: 'keys-saved', run: own }]));
  press('l', { ctrlKey: true });
  press('n', { ctrlKey: true });
  press('Enter', { ctrlKey: true });
  expect([lock, fresh, own].map((one) => one.mock.calls.length)).toEqual([1, 0, 1]);
});

test('the name of a key does not depend on capitals', () => {
  expect(pressed(new KeyboardEvent('keydown', { key: 'L', ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+L');
  expect(pressed(new KeyboardEvent('keydown', { key: 'l', ctrlKey: true }))).toBe('Ctrl+L');
  expect(pressed(new KeyboardEvent('keydown', { key: '?', shiftKey: true }))).toBe('?');
});

test('places are read from their addresses', () => {
  expect(read('list/incident?text=radio')).toEqual({ at: 'list', kind: 'incident', query: 'text=radio' });
  expect(read('record/a1/links')).toEqual({ at: 'record', id: 'a1', tab: 'links', query: '' });
  expect(read('merge/a/b')).toEqual({ at: 'merge', from: 'a', into: 'b' });
  expect(read('nowhere')).toEqual({ at: 'today' });
});
