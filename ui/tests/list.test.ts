/** The long list: what is drawn stays until the next rows are there; keyboard and choice. */
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { Rows } from '../src/lib/controls/rows.svelte';
import { Selection } from '../src/lib/controls/selection.svelte';
import VirtualList from '../src/lib/controls/VirtualList.svelte';

afterEach(cleanup);

interface Row { id: string; folio: string }
const many = (first: number, count: number): Row[] => Array.from({ length: count }, (_, at) => ({ id: `r${String(first + at)}`, folio: `R-${String(first + at)}` }));
const settle = () => new Promise((done) => setTimeout(done, 0));

test('no blank row is drawn while a far page is on its way', async () => {
  const held: (() => void)[] = [];
  const rows = new Rows<Row>((first, count) => new Promise((done) => held.push(() => done(many(first, count)))));
  rows.see(0, 28, 560, 100_000);
  held.splice(0).forEach((go) => go());
  await settle();
  const before = rows.drawn;
  expect(before.rows).toHaveLength(22);
  rows.see(1_400_000, 28, 560, 100_000);
  expect(rows.drawn).toBe(before);
  held.splice(0).forEach((go) => go());
  await settle();
  expect(rows.drawn.first).toBe(50_000);
  expect(rows.drawn.rows[0]?.folio).toBe('R-50000');
});

test('the neighbours are fetched ahead and far pages are forgotten', async () => {
  const fetch = vi.fn((first: number, count: number) => Promise.resolve(many(first, count)));
  const rows = new Rows<Row>(fetch);
  rows.see(28 * 500, 28, 560, 100_000);
  await settle();
  expect(fetch.mock.calls.map(([first]) => first).sort((a, b) => a - b)).toEqual([400, 500, 600]);
  for (let page = 10; page < 60; page += 2) {
    rows.see(28 * 100 * page, 28, 560, 100_000);
    await settle();
  }
  expect(rows.row(500)).toBeUndefined();
  expect(rows.row(5_900)).toBeDefined();
});

test('what was changed is read again in place, and an answer that comes too late is not taken', async () => {
  let name = 'old';
  const held: (() => void)[] = [];
  const rows = new Rows<Row>((first) => {
    const folio = name;
    return new Promise((done) => held.push(() => done([{ id: `r${String(first)}`, folio }])));
  });
  rows.see(0, 28, 56, 1);
  name = 'new';
  rows.renew();
  held.splice(0).forEach((go) => go());
  await settle();
  expect(rows.drawn.rows.map((row) => row.folio)).toEqual(['new']);
});

test('the keyboard walks, chooses and opens', async () => {
  const onopen = vi.fn();
  const onall = vi.fn();
  const chosen = new Selection();
  render(VirtualList<Row>, {
    label: 'Incidentes', total: 1000, query: 1, fetch: (first: number, count: number) => Promise.resolve(many(first, count)), template: '1fr', columns: 1, chosen, onopen, onall,
    head: createRawSnippet(() => ({ render: () => '<span role="columnheader">Folio</span>' })),
    row: createRawSnippet<[Row, number]>((row) => ({ render: () => `<span role="gridcell">${row().folio}</span>` })),
  });
  const grid = screen.getByRole('grid', { name: 'Incidentes' });
  expect(grid.getAttribute('aria-rowcount')).toBe('1001');
  await fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true });
  await fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true });
  await settle();
  await settle();
  expect([...chosen.ids]).toEqual(['r0', 'r1', 'r2']);
  await fireEvent.keyDown(grid, { key: ' ' });
  expect([...chosen.ids]).toEqual(['r0', 'r1']);
  await fireEvent.keyDown(grid, { key: 'Enter' });
  expect(onopen).toHaveBeenCalledWith({ id: 'r2', folio: 'R-2' }, 2);
  await fireEvent.keyDown(grid, { key: 'a', ctrlKey: true });
  expect(onall).toHaveBeenCalledOnce();
});
