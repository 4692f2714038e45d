// Stands in for what Rust does not generate yet: same names, same shapes. A row moves to `generated/commands` when its
// commands are collected there; this file then goes.
import { invoke } from '@tauri-apps/api/core';
import type { Desk as FrameNow, Failure, WindowLanguage as Language, WordsToKeep } from './generated/commands';

type Answer<T> = { status: 'ok'; data: T } | { status: 'error'; error: Failure };
const isFailure = (thrown: unknown): thrown is Failure => typeof thrown === 'object' && thrown !== null && 'happened' in thrown;

async function call<T>(command: string, args: Record<string, unknown> = {}): Promise<Answer<T>> {
  try {
    return { status: 'ok', data: await invoke<T>(command, args) };
  } catch (thrown) {
    if (isFailure(thrown)) return { status: 'error', error: thrown };
    throw thrown;
  }
}

/** The frame of the window: what is generated, and what is still to come. */
export type Desk = FrameNow & { demonstration?: boolean; index_ready?: boolean; copied?: Copied; kept?: string | null };

export type JsonValue = null | boolean | number | string | JsonValue[] | { [k: string]: JsonValue };
export type Label = { es: string; en: string };
export type Copied = { at: string | null; days: number | null; sentence: string; changes: number; late: boolean };
export type FieldInfo = { id: string; type: string; label: Label; help: Label | null; sensitivity: "public" | "restricted" | "identity" | "secret"; catalogue: string | null;
  several: boolean; computed: boolean; refers_to: string[]; roles: { id: string; label: Label }[]; group: string; in_capture: boolean; in_list: boolean; required_for_report: boolean; leaves: string[] };
export type KindInfo = { id: string; label: Label; plural: Label; help: Label; internal: boolean; letter: string; fields: FieldInfo[]; groups: { id: string; label: Label }[]; records: number };
export type Term = { id: string; label: string; path: string ; note: string; marks: [number, number][] };
export type Cell = { text: string; manner: "plain" | "said" | "unknown" | "not_asked" | "withheld" | "empty" | "veiled" | "unclassified" | "newer"; versions: number; links: { id: string; kind: string; folio: string }[] };
export type FilterPart = { field: string; op: "is" | "not" | "from" | "until" | "contains" | "absent" | "unknown"; values: string[] };
export type ListQuery = { kind: string; text: string; earlier: boolean; filters: FilterPart[]; status: "in_use" | "archived" | "binned"; sort: { field: string; backwards: boolean } | null; group: string | null; columns: string[] };
export type ListColumn = { field: string; label: string; type: string };
export type ListRow = { id: string; folio: string; title: string; cells: Cell[]; status: string; group: string | null ; conflict: boolean };
export type ListPage = { total: number; all: number; first: number; rows: ListRow[]; columns: ListColumn[]; sentence: string ; foot: string[]; chips: { key: string; value: string }[];
  empty: { without: { filter: number; sentence: string }[]; unknown: { filter: number; sentence: string }[] } | null };
export type View = { id: string; name: string; query: ListQuery };
export type Undoable = { token: string; count: number; sentence: string };
export type FieldInput = { field: string; typed: string | null; values: JsonValue[] | null };
export type Saved = { id: string; kind: string; folio: string; at: string };
export type PageField = { field: string; cells: Cell[]; values: JsonValue[]; typed: string; conflict: boolean; veiled: boolean; written_by: string | null; written_at: string | null };
export type Neighbour = { id: string; kind: string; kind_label: string; folio: string; title: string; field: string; field_label: string; role: string | null; certainty: string | null; direction: "to" | "from"; date: string | null; veiled: boolean };
export type Moment = { date: string; date_text: string; gap: string | null ; id: string; kind: string; kind_label: string; folio: string; title: string; said: string | null; detail: string; conflict: boolean; covered: boolean };
export type Page = { id: string; kind: string; folio: string; title: string; status: string; created: string; modified: string; writer: string | null; fields: PageField[];
  facts: { label: string; cell: Cell }[]; tabs: { id: string; label: string; count: number }[]; merged: { id: string; folio: string; title: string }[]; conflicts: number; revealed: boolean; read_only: boolean };
export type VersionColumn = { key: string; writer: string; device: string; at: string };
export type VersionRow = { field: string; label: string; item: string | null; several: boolean; versions: { key: string; operation: string; cell: Cell; note: string; marks: [number, number][] }[] };
export type Change = { at: string; exact: string; by: string | null; field: string; field_label: string; action: string; old: Cell[]; new: Cell | null; entry: string };
export type MergePreview = { from: Page; into: Page; rows: { label: string; from: Cell[]; into: Cell[]; conflict: boolean }[] };
export type TodayItem = { id: string; kind: string; folio: string; title: string; detail: string; state: "late" | "soon" | "split" | "care" | "blank" | "met"; goes: string  };
export type Today = { heading: string; sentence: string; sections: { id: string; label: string; count: number; items: TodayItem[] }[]; first_time: boolean };
export type Hit = { id: string; kind: string; kind_label: string; folio: string; title: string; snippet: string; marks: [number, number][]; earlier: boolean; veiled: boolean };
export type ImportColumn = { index: number; heading: string; samples: string[]; veiled: boolean; target: string | null ; keep: "field" | "as_written" | "leave_out"; result: { read: number; unread: number; sentence: string } ; suggestions: string[] };
export type ImportValue = { value: string; count: number; terms: string[]; terms_text: string; state: "met" | "care"; suggestion: string[] };
export type ImportState = { file: string; kind: string; sheets: { name: string; rows: number }[]; sheet: string; heading_row: number; preview: string[][]; rows: number; columns: ImportColumn[]; targets: { path: string; label: string; group: string }[]; recognised: number; saved_mapping: string | null; mappings: string[] };
export type ImportProblem = { row: number; cell: string; column: string; value: string; field: string; message: string; fixed: string | null };
export type ImportCheck = { rows: number; ready: number; duplicates: number; changes: { row: number; id: string; folio: string; field: string; old: string; new: string }[]; problems_total: number; problems: ImportProblem[]; sample: { row: number; cells: Cell[] }[]; sample_columns: string[] };
export type ImportDone = { batch: string; imported: number; changed: number; skipped: number; stopped: boolean; unmatched: number };
export type ImportBatch = { id: string; file: string; kind: string; at: string; records: number; undone: boolean; unmatched: number };
export type Level = "full" | "no-identities" | "statistics";
export type PreviewRow = { label: string; stays: Cell[]; leaves: Cell[] | null  };
export type ExportPreview = { total: number; records: { folio: string; title: string; rows: PreviewRow[] }[]; fields_out: number; fields_kept: number; warnings: string[] };
export type ExportRequest = { query: ListQuery; ids: string[] | null; level: Level; form: "xlsx" | "csv" | "json"; language: Language };
export type ReportRequest = { from: string; until: string; level: Level; language: Language; form: "pdf" | "docx"; paper: "letter" | "a4" };
export type FileEntry = { evidence: string; field: string; id: string; name: string; size: string; sha256: string; type: string; picture: string | null ; width: number | null; height: number | null; graphic: boolean; warning: string | null; description: string };
export type Verified = { ok: boolean; sentence: string; frames: number; attachments: number; problems: string[] };

export const commands = {
  kinds: () => call<KindInfo[]>('kinds'),
  terms: (catalogue: string, query: string, limit: number) => call<Term[]>('terms', { catalogue, query, limit }),
  dateUnderstood: (text: string) => call<{ edtf: string | null; echo: string; sentence: string }>('date_understood', { text }),
  listPage: (query: ListQuery, first: number, count: number) => call<ListPage>('list_page', { query, first, count }),
  listIds: (query: ListQuery) => call<string[]>('list_ids', { query }),
  listNeighbours: (query: ListQuery, id: string) => call<{ previous: string | null; next: string | null; position: number }>('list_neighbours', { query, id }),
  filterValues: (kind: string, field: string) => call<{ value: string; label: string; count: number }[]>('filter_values', { kind, field }),
  views: (kind: string) => call<View[]>('views', { kind }),
  viewSave: (name: string, query: ListQuery) => call<View>('view_save', { name, query }),
  viewForget: (id: string) => call<null>('view_forget', { id }),
  bulkEdit: (ids: string[], inputs: FieldInput[]) => call<Undoable>('bulk_edit', { ids, inputs }),
  bulkStatus: (ids: string[], status: "in_use" | "archived" | "binned") => call<Undoable>('bulk_status', { ids, status }),
  undo: (token: string) => call<Undoable>('undo', { token }),
  recordCreate: (kind: string, inputs: FieldInput[]) => call<Saved>('record_create', { kind, inputs }),
  recordWrite: (id: string, inputs: FieldInput[]) => call<Saved>('record_write', { id, inputs }),
  recordPage: (id: string) => call<Page>('record_page', { id }),
  recordMoments: (id: string, first: number, count: number) => call<{ total: number; moments: Moment[] }>('record_moments', { id, first, count }),
  recordLinks: (id: string, tab: string | null, first: number, count: number) => call<{ total: number; links: Neighbour[] }>('record_links', { id, tab, first, count }),
  recordHistory: (id: string, field: string | null) => call<Change[]>('record_history', { id, field }),
  recordReveal: (id: string, reason: string) => call<Page>('record_reveal', { id, reason }),
  recordStatus: (id: string, status: "in_use" | "archived" | "binned") => call<Undoable>('record_status', { id, status }),
  recordVersions: (id: string) => call<{ columns: VersionColumn[]; rows: VersionRow[] }>('record_versions', { id }),
  recordSettle: (id: string, choices: { field: string; item: string | null; operation: string | null; values: JsonValue[] | null; typed: string | null }[]) => call<Saved>('record_settle', { id, choices }),
  mergePreview: (from: string, into: string) => call<MergePreview>('merge_preview', { from, into }),
  recordMerge: (from: string, into: string) => call<Undoable>('record_merge', { from, into }),
  recordUnmerge: (id: string) => call<Saved>('record_unmerge', { id }),
  references: (kinds: string[], query: string, limit: number) => call<{ id: string; kind: string; kind_label: string; folio: string; title: string; veiled: boolean; detail: string }[]>('references', { kinds, query, limit }),
  referenceCreate: (kind: string, name: string) => call<Saved>('reference_create', { kind, name }),
  today: () => call<Today>('today'),
  duplicatesDismiss: (a: string, b: string) => call<Undoable>('duplicates_dismiss', { a, b }),
  search: (text: string, kind: string | null, earlier: boolean, limit: number) => call<{ total: number; hits: Hit[]; ready: boolean }>('search', { text, kind, earlier, limit }),
  importOpen: (kind: string) => call<ImportState | null>('import_open', { kind }),
  importDropped: (kind: string) => call<ImportState>('import_dropped', { kind }),
  importArrange: (sheet: string, headingRow: number) => call<ImportState>('import_arrange', { sheet, headingRow }),
  importColumn: (index: number, keep: string, target: string | null) => call<ImportState>('import_column', { index, keep, target }),
  importValues: (index: number) => call<ImportValue[]>('import_values', { index }),
  importValue: (index: number, value: string, terms: string[]) => call<ImportValue[]>('import_value', { index, value, terms }),
  importCheck: (first: number, count: number) => call<ImportCheck>('import_check', { first, count }),
  importFix: (row: number, column: number, text: string) => call<ImportCheck>('import_fix', { row, column, text }),
  importProblemsSave: () => call<string | null>('import_problems_save'),
  importRun: (applyChanges: boolean) => call<ImportDone>('import_run', { applyChanges }),
  importStop: () => call<null>('import_stop'),
  importClose: () => call<null>('import_close'),
  importBatches: () => call<ImportBatch[]>('import_batches'),
  importUndo: (batch: string) => call<{ removed: number; kept: { id: string; folio: string; title: string }[] }>('import_undo', { batch }),
  mappingSave: (name: string) => call<null>('mapping_save', { name }),
  mappingUse: (name: string) => call<ImportState>('mapping_use', { name }),
  exportPreview: (request: ExportRequest, first: number, count: number) => call<ExportPreview>('export_preview', { request, first, count }),
  exportSave: (request: ExportRequest) => call<{ file: string; rows: number } | null>('export_save', { request }),
  reportPreview: (request: ReportRequest) => call<{ incidents: number; acts: number; victims: number; pages: number; excluded: { sentence: string; count: number }[]; preview: ExportPreview }>('report_preview', { request }),
  reportPage: (request: ReportRequest, page: number) => call<string>('report_page', { request, page }),
  reportSave: (request: ReportRequest) => call<{ file: string; pages: number } | null>('report_save', { request }),
  files: (record: string) => call<FileEntry[]>('files', { record }),
  filesAdd: (record: string) => call<FileEntry[]>('files_add', { record }),
  filesDropped: (record: string) => call<FileEntry[]>('files_dropped', { record }),
  filePicture: (record: string, id: string, width: number) => call<string>('file_picture', { record, id, width }),
  fileSave: (record: string, id: string) => call<string | null>('file_save', { record, id }),
  fileRedact: (record: string, id: string, boxes: { x: number; y: number; width: number; height: number }[], note: string) => call<Saved>('file_redact', { record, id, boxes, note }),
  settingsSave: (idleMinutes: number) => call<Desk>('settings_save', { idleMinutes }),
  writerAdd: (name: string) => call<Desk>('writer_add', { name }),
  writerRetire: (id: string) => call<Desk>('writer_retire', { id }),
  passphraseChange: (current: string, next: string, withKeyfile: boolean) => call<null>('passphrase_change', { current, next, withKeyfile }),
  wordsNew: (current: string) => call<WordsToKeep>('words_new', { current }),
  wordsNewConfirm: (answers: string[]) => call<null>('words_new_confirm', { answers }),
  archiveVerify: () => call<Verified>('archive_verify'),
  archiveCopy: () => call<Copied | null>('archive_copy'),
  about: () => call<{ version: string; vault: string; credits: { name: string; licence: string; what: string }[] }>('about'),
};
