/** The import in hand: which step one is on, and what the core said last. */
import { onProgress, type Progress } from '$lib/backend/events';
import {
  importArrange,
  importCheck,
  importClose,
  importColumn,
  importDropped,
  importFix,
  importOpen,
  importProblemsSave,
  importRun,
  importStop,
  importUndo,
  importValue,
  importValues,
  mappingSave,
  mappingUse,
  type ImportCheck,
  type ImportDone,
  type ImportState,
  type ImportUndone,
  type ImportValue,
  type Keep,
} from '$lib/backend/imports';
import { Attempt } from '$lib/controls/attempt.svelte';

export type Step = 'file' | 'columns' | 'review' | 'run' | 'done';
/** How many problems are shown at once. */
export const PROBLEMS = 100;

export class Wizard {
  kind = $state('incident');
  step = $state<Step>('file');
  state = $state.raw<ImportState>();
  /** The column whose values are shown. */
  column = $state<number | null>(null);
  values = $state.raw<ImportValue[]>([]);
  check = $state.raw<ImportCheck>();
  first = $state(0);
  applyChanges = $state(false);
  progress = $state.raw<Progress>();
  done = $state.raw<ImportDone>();
  undone = $state.raw<ImportUndone>();
  saved = $state<string>();
  readonly attempt = new Attempt();

  /** Listens to how far the import is; call it inside an `$effect`. */
  listen(): () => void {
    return onProgress((told) => {
      if (told.job === 'import') this.progress = told;
    });
  }

  async #show(ask: () => Promise<ImportState | null>): Promise<void> {
    const state = await this.attempt.run(ask);
    if (!state) return;
    this.state = state;
    if (this.step === 'file') this.step = 'columns';
    await this.#readValues();
  }

  async #readValues(): Promise<void> {
    const columns = this.state?.columns ?? [];
    const kept = columns.find((column) => column.index === this.column && column.has_values);
    const open = kept ?? columns.find((column) => column.has_values && column.state === 'care') ?? columns.find((column) => column.has_values);
    this.column = open?.index ?? null;
    const at = this.column;
    this.values = at === null ? [] : ((await this.attempt.run(() => importValues(at))) ?? []);
  }

  choose = () => this.#show(() => importOpen(this.kind));
  dropped = () => this.#show(() => importDropped(this.kind));
  arrange = (sheet: string, row: number) => this.#show(() => importArrange(sheet, row));
  send = (index: number, keep: Keep, target: string | null) => {
    this.column = index;
    return this.#show(() => importColumn(index, keep, target));
  };
  use = (name: string) => this.#show(() => mappingUse(name));

  async look(index: number): Promise<void> {
    this.column = index;
    await this.#readValues();
  }

  async place(value: string, terms: string[]): Promise<void> {
    const at = this.column;
    if (at === null) return;
    const values = await this.attempt.run(() => importValue(at, value, terms));
    if (values) this.values = values;
    // The result of the column has changed too.
    const state = this.state;
    if (values && state) await this.#show(() => importColumn(at, 'field', state.columns[at]?.target ?? null));
  }

  async review(first = 0): Promise<void> {
    const check = await this.attempt.run(() => importCheck(first, PROBLEMS));
    if (!check) return;
    this.first = first;
    this.check = check;
    this.step = 'review';
  }

  async fix(row: number, column: string, text: string): Promise<void> {
    const fixed = await this.attempt.run(async () => {
      await importFix(row, column, text);
      return true;
    });
    if (fixed) await this.review(this.first);
  }

  saveProblems = () => this.attempt.run(importProblemsSave);

  async saveMapping(name: string): Promise<void> {
    const saved = await this.attempt.run(async () => {
      await mappingSave(name);
      return name;
    });
    if (saved) this.saved = saved;
  }

  async run(): Promise<void> {
    this.step = 'run';
    this.progress = undefined;
    const done = await this.attempt.run(() => importRun(this.applyChanges));
    this.done = done;
    this.step = done ? 'done' : 'review';
  }

  stop = () => importStop();

  async undo(batch: string): Promise<void> {
    this.undone = await this.attempt.run(() => importUndo(batch));
  }

  /** Lets the file go and begins anew. */
  async leave(): Promise<void> {
    await this.attempt.run(importClose);
    this.state = undefined;
    this.check = undefined;
    this.done = undefined;
    this.undone = undefined;
    this.saved = undefined;
    this.values = [];
    this.column = null;
    this.step = 'file';
  }
}
