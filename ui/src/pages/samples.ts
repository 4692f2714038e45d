/** Invented values for the page of controls. */
import type { FieldInfo } from '$lib/backend/kinds';
import type { Cell } from '$lib/backend/records';
import type { Failure } from '$lib/backend/door';

const both = (es: string, en: string) => ({ es, en });

function field(id: string, type: string, es: string, en: string, more: Partial<FieldInfo> = {}): FieldInfo {
  return {
    id, type, label: both(es, en), help: null, sensitivity: 'restricted', catalogue: null, several: false, computed: false, beside: null, refers_to: [],
    roles: [], group: 'what', in_capture: true, in_list: true, required_for_report: false, leaves: [], retired: false, ...more,
  };
}

export const fields: FieldInfo[] = [
  field('facts', 'long_text', 'Qué pasó', 'What happened'),
  field('date', 'date', 'Cuándo', 'When'),
  field('state', 'choice', 'Entidad', 'State', { catalogue: 'federal_entity' }),
  field('rights', 'choice', 'Tipo de agresión', 'Type of aggression', { catalogue: 'aggression_type', several: true }),
  field('people', 'reference', 'Contra quién', 'Against whom', { refers_to: ['person'], several: true }),
  field('phones', 'text', 'Teléfonos', 'Telephones', { several: true }),
  field('count', 'number', 'Cuántas personas', 'How many people'),
  field('amount', 'money', 'Monto', 'Amount'),
  field('term', 'duration', 'Plazo', 'Term'),
  field('place', 'place', 'Dónde', 'Where'),
  field('reported', 'answer', '¿Se denunció?', 'Was it reported?'),
];

const cell = (text: string, manner: Cell['manner'], versions = 1): Cell => ({ text, manner, versions, links: [], mark: null });

export const cells: Cell[] = [
  cell('8 de marzo de 2014', 'plain'),
  cell('«Dijeron que no iba a llegar al domingo.»', 'said'),
  cell('', 'unknown'),
  cell('', 'not_asked'),
  cell('', 'withheld'),
  cell('', 'empty'),
  cell('P-0427 · periodista', 'veiled'),
  cell('levantón', 'unclassified'),
  cell('8 u 9 mar 2014', 'plain', 2),
];

export const failure: Failure = {
  tone: 'not_now',
  happened: 'La memoria USB se llenó: faltaron 312 MB.',
  safe: 'Todo lo registrado sigue en esta laptop.',
  next: 'Libera espacio o usa otra memoria, y vuelve a intentar.',
  field: null,
};

export const rows = Array.from({ length: 5000 }, (_, at) => ({ id: `r${String(at)}`, folio: `R-2014-${String(at).padStart(4, '0')}`, title: `${String(at)} · Radio La Milpa` }));
