/** What is typed against what a thing is called. */
import { expect, test } from 'vitest';
import { folded } from '../src/lib/language/folded';

test('case and accents do not count, ñ does', () => {
  expect(folded('MÉXICO, Pingüino')).toBe('mexico, pinguino');
  expect(folded('Año')).not.toBe(folded('ano'));
  expect(folded('AN\u0303O')).toBe(folded('año'));
  expect(folded('São')).toBe('sao');
});
