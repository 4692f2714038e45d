/** The controls, by role and name, with the keyboard. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import AnswerField from '../src/lib/controls/AnswerField.svelte';
import CatalogueCombobox from '../src/lib/controls/CatalogueCombobox.svelte';
import CellView from '../src/lib/controls/CellView.svelte';
import Dialog from '../src/lib/controls/Dialog.svelte';
import MoneyField from '../src/lib/controls/MoneyField.svelte';
import NonAnswer from '../src/lib/controls/NonAnswer.svelte';
import PartialDate from '../src/lib/controls/PartialDate.svelte';
import ReferencePicker from '../src/lib/controls/ReferencePicker.svelte';
import Tabs from '../src/lib/controls/Tabs.svelte';
import { language } from '../src/lib/language/language.svelte';
import { cell, openDoor } from './fake/door';
import { words } from './fake/snippet';

beforeEach(() => {
  language.current = 'es';
  openDoor();
});
afterEach(cleanup);

const press = (element: Element, key: string) => fireEvent.keyDown(element, { key });
async function type(element: HTMLElement, text: string) {
  element.focus();
  await fireEvent.input(element, { target: { value: text } });
}

test('a term is found without accents and taken with Enter', async () => {
  const onsave = vi.fn();
  render(CatalogueCombobox, { catalogue: 'federal_entity', several: false, values: [], cells: [], onsave, 'aria-label': 'Entidad' });
  const box = screen.getByRole('combobox', { name: 'Entidad' });
  await type(box, 'michoacan');
  await screen.findByRole('option', { name: /Michoacán/ });
  await press(box, 'Enter');
  expect(onsave).toHaveBeenCalledWith(['michoacan']);
});

test('what is in no catalogue is kept as it was written, also when one leaves', async () => {
  const onsave = vi.fn();
  render(CatalogueCombobox, { catalogue: 'aggression_type', several: true, values: [], cells: [], onsave, 'aria-label': 'Tipo' });
  const box = screen.getByRole('combobox');
  await type(box, 'hackeo');
  await screen.findByRole('option', { name: /Guardar «hackeo» tal cual/ });
  await fireEvent.blur(box);
  expect(onsave).toHaveBeenLastCalledWith([{ as_written: 'hackeo' }]);
});

test('Esc closes the list and keeps the text', async () => {
  render(CatalogueCombobox, { catalogue: 'aggression_type', several: true, values: [], cells: [], onsave: vi.fn(), 'aria-label': 'Tipo' });
  const box = screen.getByRole<HTMLInputElement>('combobox');
  await type(box, 'vig');
  await screen.findAllByRole('option');
  await press(box, 'Escape');
  expect(screen.queryByRole('option')).toBeNull();
  expect(box.value).toBe('vig');
});

test('Backspace in an empty field takes the last chip off', async () => {
  const onsave = vi.fn();
  render(CatalogueCombobox, { catalogue: 'aggression_type', several: true, values: ['a', 'b'], cells: [cell('Amenaza'), cell('Vigilancia')], onsave, 'aria-label': 'Tipo' });
  await press(screen.getByRole('combobox'), 'Backspace');
  expect(onsave).toHaveBeenCalledWith(['a']);
});

test('a hidden person is picked by code under a veil, and a new one is created by name', async () => {
  const onsave = vi.fn();
  render(ReferencePicker, { kinds: [{ id: 'person', label: { es: 'Persona', en: 'Person' } }], several: true, values: [], cells: [], onsave, 'aria-label': 'Contra quién' });
  const box = screen.getByRole('combobox');
  await type(box, 'P-04');
  await screen.findByRole('option', { name: /P-0427/ });
  await press(box, 'Enter');
  expect(onsave).toHaveBeenLastCalledWith([{ ref: 'p427' }]);
  await type(box, 'Ana');
  await fireEvent.click(await screen.findByRole('option', { name: /crear con el nombre «Ana»/ }));
  await waitFor(() => expect(onsave).toHaveBeenLastCalledWith([{ ref: 'p427' }, { ref: 'new1' }]));
});

test('a partial date says what was understood and never fills the day', async () => {
  const onsave = vi.fn();
  render(PartialDate, { typed: '', edtf: '', onsave, 'aria-label': 'Cuándo' });
  const field = screen.getByRole('textbox', { name: 'Cuándo' });
  await type(field, '2014-03');
  await screen.findByText(/nunca el día 1/);
  await fireEvent.change(field);
  await waitFor(() => expect(onsave).toHaveBeenLastCalledWith('2014-03', '2014-03'));
  await fireEvent.click(screen.getByRole('radio', { name: 'más o menos' }));
  expect(onsave).toHaveBeenLastCalledWith('2014-03~', '2014-03~');
  await fireEvent.click(screen.getByRole('radio', { name: 'exacta' }));
  expect(onsave).toHaveBeenLastCalledWith('2014-03', '2014-03');
});

test('a date nobody understands is kept as typed', async () => {
  const onsave = vi.fn();
  render(PartialDate, { typed: '', edtf: '', onsave, 'aria-label': 'Cuándo' });
  const field = screen.getByRole('textbox');
  await type(field, 'por Semana Santa');
  await fireEvent.change(field);
  await waitFor(() => expect(onsave).toHaveBeenCalledWith(null, 'por Semana Santa'));
});

test('money is sent as it was typed, with its currency and hedge', async () => {
  const onsave = vi.fn();
  render(MoneyField, { typed: '~1,200 MXN', onsave, 'aria-label': 'Monto' });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Monto' });
  expect(field.value).toBe('1,200');
  await type(field, '1,500.50');
  await fireEvent.change(field);
  expect(onsave).toHaveBeenCalledWith('~1,500.50 MXN');
});

test('an answer can be one of three ways of not saying', async () => {
  const onsave = vi.fn();
  render(AnswerField, { label: '¿Se denunció?', value: 'yes', onsave });
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Sí' }).checked).toBe(true);
  await fireEvent.click(screen.getByRole('radio', { name: 'No se preguntó' }));
  expect(onsave).toHaveBeenCalledWith({ not_asked: true });
});

test('any field can say that there is nothing to say', async () => {
  const onsave = vi.fn();
  render(NonAnswer, { label: 'Cuándo', filled: true, onsave });
  await fireEvent.click(screen.getByRole('button', { name: 'Cuándo: no hay dato' }));
  const items = screen.getAllByRole('menuitem').map((item) => item.textContent.trim());
  expect(items).toEqual(['No se sabe', 'No se preguntó', 'Reservado', 'Vaciar']);
  await fireEvent.click(screen.getByRole('menuitem', { name: 'No se sabe' }));
  expect(onsave).toHaveBeenCalledWith({ unknown: true });
});

test('four ways of having no value are drawn in four ways', () => {
  const drawings = (['unknown', 'not_asked', 'withheld', 'empty'] as const).map((manner) => {
    const { container } = render(CellView, { cell: cell('', manner) });
    const drawing = container.innerHTML.replaceAll('<!---->', '');
    cleanup();
    return drawing;
  });
  expect(new Set(drawings).size).toBe(4);
});

test('a dialog gives the focus to the safe button and waits for the folio', async () => {
  vi.useFakeTimers();
  const onconfirm = vi.fn();
  render(Dialog, { title: 'Destruir', safe: 'No destruir', verb: 'Destruir contenido', typed: 'R-2013-098', onclose: vi.fn(), onconfirm, children: words('No se puede recuperar.') });
  const destroy = screen.getByRole<HTMLButtonElement>('button', { name: 'Destruir contenido' });
  expect(destroy.disabled).toBe(true);
  vi.advanceTimersByTime(600);
  await type(screen.getByRole('textbox'), 'R-2013-098');
  vi.useRealTimers();
  await waitFor(() => expect(destroy.disabled).toBe(false));
  await fireEvent.click(destroy);
  expect(onconfirm).toHaveBeenCalledOnce();
});

test('arrows move between tabs', async () => {
  const onopen = vi.fn();
  render(Tabs, { label: 'Partes', tabs: [{ id: 'a', label: 'Cronología' }, { id: 'b', label: 'Datos', count: 3 }], open: 'a', onopen });
  await press(screen.getByRole('tab', { name: 'Cronología' }), 'ArrowRight');
  expect(onopen).toHaveBeenCalledWith('b');
});

test('the language changes under an open control', async () => {
  render(CellView, { cell: cell('', 'unknown') });
  expect(screen.getByText('No se sabe')).toBeTruthy();
  language.current = 'en';
  expect(await screen.findByText('Not known')).toBeTruthy();
});
