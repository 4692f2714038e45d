/** An in-memory core for component tests and for looking at screens in a browser: same commands, invented records. */
import { mockIPC } from '@tauri-apps/api/mocks';
import type { Cell, Desk, Entrance, FieldInfo, KindInfo, ListRow, Undoable } from '../../src/lib/backend/generated/commands';

type Args = Record<string, unknown>;
export type Commands = Record<string, (args: Args) => unknown>;

const both = (es: string, en: string) => ({ es, en });
export const cell = (text: string, manner: Cell['manner'] = 'plain'): Cell => ({ text, manner, versions: 1, links: [], mark: null });

export function field(id: string, type: string, es: string, more: Partial<FieldInfo> = {}): FieldInfo {
  return {
    id, type, label: both(es, es), help: null, sensitivity: 'restricted', catalogue: null, several: false, computed: false, beside: null, refers_to: [],
    roles: [], group: 'what', in_capture: true, in_list: true, required_for_report: false, leaves: [], retired: false, ...more,
  };
}

function kind(id: string, letter: string, es: string, plural: string, fields: FieldInfo[]): KindInfo {
  const label = both(es, es);
  return { id, label, plural: both(plural, plural), help: label, internal: false, letter, family: 'casework', fields, groups: [{ id: 'what', label: both('Qué pasó', 'What happened') }], records: 1260, capture: fields.map((one) => one.id) };
}

export const incident = kind('incident', 'R', 'Incidente', 'Incidentes', [
  field('facts', 'long_text', 'Qué pasó'),
  field('date', 'date', 'Cuándo'),
  field('state', 'choice', 'Entidad', { catalogue: 'federal_entity' }),
  field('acts', 'act', 'Agresiones', { catalogue: 'aggression_type', several: true }),
  field('victims', 'reference', 'Contra quién', { refers_to: ['person'], several: true, computed: true }),
  field('people_count', 'number', 'Cuántas personas'),
]);
export const kinds: KindInfo[] = [
  kind('case', 'C', 'Caso', 'Casos', [field('title', 'text', 'Título')]),
  incident,
  kind('person', 'P', 'Persona', 'Personas', [field('name', 'text', 'Nombre', { sensitivity: 'identity' }), field('phones', 'text', 'Teléfonos', { several: true })]),
  kind('perpetrator', 'A', 'Presunta autoría', 'Presunta autoría', [field('name', 'text', 'Nombre')]),
  kind('evidence', 'E', 'Evidencia', 'Evidencias', [field('description', 'text', 'Descripción')]),
];

const termsOf: Record<string, string[]> = {
  aggression_type: ['Amenaza de muerte', 'Vigilancia, seguimiento o acecho', 'Intervención o vigilancia ilegal', 'Detención arbitraria'],
  federal_entity: ['Chiapas', 'Guerrero', 'Michoacán', 'Oaxaca', 'Yucatán'],
};
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function terms({ catalogue, query, limit }: Args) {
  const typed = fold(String(query));
  return (termsOf[String(catalogue)] ?? [])
    .filter((label) => fold(label).split(/\s+/).some((word) => word.startsWith(typed)) || typed === '')
    .slice(0, Number(limit))
    .map((label) => {
      const at = fold(label).search(new RegExp(`(^|\\s)${typed}`));
      const from = at > 0 ? at + 1 : 0;
      return { id: fold(label).replaceAll(' ', '_'), label, path: '', note: '', marks: typed === '' ? [] : [[from, from + typed.length]] };
    });
}

export const row = (at: number): ListRow => ({
  id: `r${String(at)}`, folio: `R-2014-${String(at).padStart(3, '0')}`, title: `Incidente ${String(at)}`, status: 'in_use', group: null, conflict: at % 40 === 0,
  cells: [cell('8 mar 2014'), cell('Amenaza de muerte'), at % 7 === 0 ? cell('', 'unknown') : cell('Oaxaca'), at % 5 === 0 ? cell('P-0427', 'veiled') : cell('Radio La Milpa')],
});

export const desk: Desk = {
  organisation: 'Casa Ahuehuete', computer: 'Jacaranda', demonstration: true, invented: false, writer: { id: 'w1', name: 'Inés', retired: false },
  writers: [{ id: 'w1', name: 'Inés', retired: false }], appearance: { language: 'es', theme: 'light', text_percent: 100, compact: 'normal', single_keys: true },
  idle_minutes: 5, records: 1260, index_ready: true, damaged: null, read_only: false, kept: null,
  copied: { at: null, days: null, sentence: 'Sin copia todavía', changes: 1260, late: false },
};
const entrance: Entrance = { has_vault: true, computer: 'Jacaranda', reason: 'start', draft_kept: false, appearance: desk.appearance, version: '0.1.0' };
const done = (sentence: string): Undoable => ({ token: '', count: 1, sentence });

const understood = (text: string) => (/^\d{4}/.test(text) ? text : text.startsWith('hacia ') ? `${text.slice(6)}~` : text === '13 mar' ? '2014-03-13' : null);

/** What the core answers unless a test says otherwise. */
export const answers: Commands = {
  entrance: () => entrance,
  desk: () => desk,
  desk_keep: () => null,
  touch: () => null,
  lock: () => null,
  kinds: () => kinds,
  terms,
  date_understood: ({ text }) => ({ parts: [], edtf: understood(String(text)), echo: String(text), sentence: understood(String(text)) === null ? 'Se guarda tal cual.' : `Se guarda «${String(text)}», nunca el día 1.` }),
  references: ({ query }) =>
    [
      { id: 'p427', kind: 'person', kind_label: 'Persona', folio: 'P-0427', title: 'P-0427', veiled: true, detail: 'periodista' },
      { id: 'milpa', kind: 'collective', kind_label: 'Colectivo', folio: 'M-0031', title: 'Radio La Milpa', veiled: false, detail: 'medio' },
    ].filter((one) => fold(one.title).includes(fold(String(query)))),
  reference_create: ({ name }) => ({ id: 'new1', kind: 'person', folio: String(name), at: '2014-03-14' }),
  list_page: ({ first, count }) => ({ total: 1260, all: 1260, first, rows: Array.from({ length: Math.min(Number(count), Math.max(0, 1260 - Number(first))) }, (_, at) => row(Number(first) + at)), columns: [], sentence: '1,260 incidentes', foot: [], chips: [], empty: null }),
  record_create: () => ({ id: 'r1', kind: 'incident', folio: 'R-2014-012', at: '2014-03-14' }),
  record_write: () => ({ id: 'r1', kind: 'incident', folio: 'R-2014-012', at: '2014-03-14' }),
  undo: () => done('Se deshizo.'),
  today: () => ({ heading: 'Hoy, viernes 14 de marzo de 2014', sentence: 'Nada espera.', sections: [], first_time: false }),
};

/** Opens the door: what was called stands in the returned list. A thrown object is a refusal. */
export function openDoor(own: Commands = {}): { command: string; args: Args }[] {
  const called: { command: string; args: Args }[] = [];
  mockIPC(
    (command, payload) => {
      const args: Args = typeof payload === 'object' && !Array.isArray(payload) && !(payload instanceof ArrayBuffer) && !(payload instanceof Uint8Array) ? payload : {};
      called.push({ command, args });
      const answer = own[command] ?? answers[command];
      if (!answer) throw new Error(`no answer to ${command}`);
      return answer(args);
    },
    { shouldMockEvents: true },
  );
  return called;
}
