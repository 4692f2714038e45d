/** The first run and the lock window, with a door kept in memory. */
import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import Entrance from '../src/features/entrance/Entrance.svelte';
import { Refusal } from '../src/lib/backend/door';

const words = ['pipa', 'cordón', 'sastre', 'lista', 'tibio', 'tóxico', 'mil', 'pasión', 'rotar', 'anuncio', 'costa', 'mojar'];
const door = vi.hoisted(() => ({
  entrance: vi.fn(), setAppearance: vi.fn(), passphraseStrength: vi.fn(), passphraseSuggest: vi.fn(), keyfileChoose: vi.fn(), keyfileMake: vi.fn(),
  vaultCreate: vi.fn(), wordsSheet: vi.fn(), wordsCheck: vi.fn(), vaultConfirm: vi.fn(), vaultForget: vi.fn(), unlock: vi.fn(), unlockWithWords: vi.fn(),
}));
vi.mock('$lib/backend/vault', () => door);
vi.mock('../src/lib/backend/vault', () => door);

const appearance = { language: 'es', theme: 'light', text_percent: 100, compact: 'normal', single_keys: true };
const entrance = { has_vault: true, computer: 'Jacaranda', reason: 'start', draft_kept: false, appearance, version: '1.0' };
const refusal = new Refusal({ tone: 'wrong_key', happened: 'No se pudo abrir.', safe: 'Nada cambió.', next: 'Revisa.', field: null });
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const type = async (name: string | RegExp, value: string) => fireEvent.input(await screen.findByLabelText(name), { target: { value } });

beforeEach(() => {
  Object.values(door).forEach((call) => call.mockReset());
  door.entrance.mockResolvedValue(entrance);
  door.setAppearance.mockImplementation((next: unknown) => Promise.resolve(next));
  door.passphraseStrength.mockImplementation((typed: string) => Promise.resolve({ score: 4, enough: typed.length > 13, sentence: 'Fuerte.' }));
});

test('a wrong passphrase is told in three parts and changes nothing', async () => {
  door.unlock.mockRejectedValue(refusal);
  render(Entrance);
  await type('Frase de paso', 'no es esta');
  await press('Abrir');
  expect((await screen.findByRole('alert')).textContent).toContain('No se pudo abrir.');
  expect(door.unlock).toHaveBeenCalledWith('no es esta', false);
});

test('u05_after_an_idle_lock_the_window_says_that_what_was_being_written_is_kept', async () => {
  door.entrance.mockResolvedValue({ ...entrance, reason: 'idle', draft_kept: true });
  render(Entrance);
  expect(await screen.findByText(/quedó guardado/)).toBeTruthy();
});

test('after a panic lock there is nothing but the mark and the field, until somebody types', async () => {
  door.entrance.mockResolvedValue({ ...entrance, reason: 'panic', draft_kept: true });
  render(Entrance);
  const field = await screen.findByLabelText('Frase de paso');
  expect(screen.queryByText(/Jacaranda|guardado|pánico|English/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Abrir' })).toBeNull();
  await fireEvent.input(field, { target: { value: 'j' } });
  expect(await screen.findByRole('button', { name: 'Abrir' })).toBeTruthy();
  expect(await screen.findByText('Abrir en «Jacaranda»')).toBeTruthy();
});

test('the first run leads from the organisation to the first page, and back from the words leaves nothing', async () => {
  door.entrance.mockResolvedValue({ ...entrance, has_vault: false });
  door.vaultCreate.mockResolvedValue({ words, ask: [2, 5, 9] });
  door.vaultForget.mockResolvedValue(null);
  render(Entrance);
  await type('Organización', 'Casa Ahuehuete');
  await type('Apodo de esta laptop', 'Jacaranda');
  await type('Persona que escribe 1', 'Inés');
  await press('Agregar otra persona');
  await type('Persona que escribe 2', 'Bruno');
  await press('Seguir');
  await type('Frase de paso', 'jícara lodo granizo');
  await type('Otra vez la frase', 'jícara lodo granizo');
  await press('Hacer la bóveda');
  expect(door.vaultCreate).toHaveBeenCalledWith({ organisation: 'Casa Ahuehuete', computer: 'Jacaranda', writers: ['Inés', 'Bruno'], passphrase: 'jícara lodo granizo', with_keyfile: false });
  expect(await screen.findByText('tóxico')).toBeTruthy();
  await press('Volver');
  expect(door.vaultForget).toHaveBeenCalled();
  await press('Hacer la bóveda');
  await fireEvent.click(await screen.findByLabelText('Ya las tengo en papel'));
  await press('Comprobar tres palabras');
  await type('Palabra 2', 'otra');
  await type('Palabra 5', 'tibio');
  await type('Palabra 9', 'rotar');
  door.wordsCheck.mockRejectedValueOnce(refusal).mockResolvedValue(null);
  await press('Comprobar');
  expect(await screen.findByRole('alert')).toBeTruthy();
  await type('Palabra 2', 'cordon');
  await press('Comprobar');
  await fireEvent.click(await screen.findByLabelText(/Con la demostración/));
  await press('Abrir');
  expect(door.vaultConfirm).toHaveBeenCalledWith(['cordon', 'tibio', 'rotar'], 'demonstration');
});
