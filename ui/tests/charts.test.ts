/** Charts: bars begin at zero, nothing is not zero, a limit is a line with its words. */
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import Bars from '../src/lib/charts/Bars.svelte';
import CountryMap from '../src/lib/charts/CountryMap.svelte';
import { country } from '../src/lib/charts/country';
import Gauge from '../src/lib/charts/Gauge.svelte';
import TimeScale from '../src/lib/charts/TimeScale.svelte';

afterEach(cleanup);

const size = (element: Element | null | undefined, of: string) => Number(element?.getAttribute(of));

test('bars are as high as their values and the last is the darkest', () => {
  const bars = [
    { name: 'sep 2012', value: 1, said: '1' },
    { name: 'mar 2013', value: 2, said: '2' },
    { name: 'sep 2013', value: 4, said: '4' },
  ];
  const { container } = render(Bars, { bars, label: 'Revisadas: 1, 2, 4' });
  expect(screen.getByRole('img', { name: 'Revisadas: 1, 2, 4' })).toBeTruthy();
  const drawn = [...container.querySelectorAll('rect')];
  const [one, two, four] = drawn.map((bar) => size(bar, 'height'));
  expect(two).toBeCloseTo((one ?? 0) * 2);
  expect(four).toBeCloseTo((one ?? 0) * 4);
  expect(drawn.map((bar) => bar.classList.contains('now'))).toEqual([false, false, true]);
  expect(drawn.map((bar) => size(bar, 'y') + size(bar, 'height'))).toEqual([24, 24, 24]);
});

test('what cannot be told is an outline and no bar of zero', () => {
  const bars = [
    { name: 'sep 2013', value: null, said: 'sin dato' },
    { name: 'mar 2014', value: 0, said: '0' },
  ];
  const { container } = render(Bars, { bars, label: 'Tasa' });
  expect(container.querySelectorAll('.absent').length).toBe(1);
  expect(size(container.querySelector('.now'), 'height')).toBe(0);
});

test('a limit is one line with its words, also above every bar', () => {
  const { container } = render(Bars, { bars: [{ name: 'a', value: 5, said: '5' }], label: 'Días', limit: 10, limitSaid: 'límite: 10 días' });
  expect(screen.getByRole('img', { name: 'Días. límite: 10 días' })).toBeTruthy();
  expect(container.querySelectorAll('.limit').length).toBe(1);
  expect(size(container.querySelector('.now'), 'height')).toBeCloseTo(11);
});

test('a share fills its part of the whole', () => {
  const { container } = render(Gauge, { share: 0.5, label: '16 de 32' });
  expect(size(container.querySelector('.part'), 'width')).toBeCloseTo(60);
});

test('178 days against 10 are seen as that, and what is not sure is hatched', () => {
  const part = (element: Element | null, of: string) => Number.parseFloat(element?.getAttribute(of) ?? '');
  const marks = [{ at: 562, text: '27 sep 2013: vencimiento', strong: true }];
  const late = render(TimeScale, { limit: 562, least: 10_000, most: 10_000, open: true, label: 'venció hace 168 días', marks });
  expect(screen.getByRole('img', { name: 'venció hace 168 días' })).toBeTruthy();
  expect(part(late.container.querySelector('.within'), 'width') / part(late.container.querySelector('.beyond'), 'width')).toBeCloseTo(10 / 168, 3);
  expect(late.container.querySelector('text')?.textContent).toBe('27 sep 2013: vencimiento');
  cleanup();
  const within = render(TimeScale, { limit: 10_000, least: 5000, most: 7000, label: 'corre', marks: [] });
  expect(within.container.querySelector('.beyond')).toBeNull();
  expect(part(within.container.querySelector('.maybe'), 'width')).toBeCloseTo(20);
});

test('the map has the thirty-two entities, each with its letters in one place', async () => {
  expect([...country.keys()].toSorted()).toEqual(Array.from({ length: 32 }, (_, at) => String(at + 1).padStart(2, '0')));
  for (const [code, shape] of country) expect([shape.at, shape.near].filter((place) => place !== undefined).length, code).toBe(1);
  const entities = [...country.keys()].map((code) => ({ code, name: `Entidad ${code}`, short: code, fill: code === '09' ? 'care' : 'q2' }));
  const onchoose = vi.fn();
  const { container } = render(CountryMap, { entities, label: 'Mapa: 31 de 32', inset: 'Centro', chosen: '20', onchoose });
  expect(screen.getByRole('img', { name: 'Mapa: 31 de 32' })).toBeTruthy();
  // Once on the map, once in the enlarged centre.
  expect(container.querySelectorAll('[data-code]').length).toBe(64);
  expect(container.querySelectorAll('text').length).toBe(32);
  expect(container.querySelectorAll('path[data-code="09"]')[0]?.getAttribute('fill')).toMatch(/^url\(#/);
  const guerrero = container.querySelector('path[data-code="12"]');
  if (guerrero) await fireEvent.click(guerrero);
  expect(onchoose).toHaveBeenCalledWith('12');
});
