// Stands in for what Rust does not generate yet: same names, same shapes. A row moves to `generated/commands` when its
// commands are collected there; this file then goes.
import { invoke } from '@tauri-apps/api/core';
import type { Cell, Failure, ListQuery, WindowLanguage as Language } from './generated/commands';

export type { Desk } from './generated/commands';

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



export const commands = {
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
};
