/** One import at a time; its state lives in the session. */
import { ask } from './door';
import { commands, type Keep } from './generated/commands';

export type {
  ImportBatch,
  ImportCheck,
  ImportColumn,
  ImportDone,
  ImportProblem,
  ImportState,
  ImportTarget,
  ImportUndone,
  ImportValue,
  Keep,
  TermOffered,
} from './generated/commands';

export const importOpen = (kind: string) => ask(commands.importOpen(kind));
export const importDropped = (kind: string) => ask(commands.importDropped(kind));
export const importArrange = (sheet: string, headingRow: number) => ask(commands.importArrange(sheet, headingRow));
export const importColumn = (index: number, keep: Keep, target: string | null) => ask(commands.importColumn(index, keep, target));
export const importValues = (index: number) => ask(commands.importValues(index));
export const importValue = (index: number, value: string, terms: string[]) => ask(commands.importValue(index, value, terms));
export const importCheck = (first: number, count: number) => ask(commands.importCheck(first, count));
export const importFix = (row: number, column: string, text: string) => ask(commands.importFix(row, column, text));
export const importProblemsSave = () => ask(commands.importProblemsSave());
export const importRun = (applyChanges: boolean) => ask(commands.importRun(applyChanges));
export const importStop = () => commands.importStop();
export const importClose = () => ask(commands.importClose());
export const importBatches = () => ask(commands.importBatches());
export const importUndo = (batch: string) => ask(commands.importUndo(batch));
export const mappingSave = (name: string) => ask(commands.mappingSave(name));
export const mappingUse = (name: string) => ask(commands.mappingUse(name));
