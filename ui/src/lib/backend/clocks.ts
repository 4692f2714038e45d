/** The clocks of a record, how each was counted, and the steps that turn them. */
import { ask } from './door';
import { commands, type StepInput } from './generated/commands';

export type { ClockLine, Count, RecordClocks, StepChoice } from './generated/commands';

/** The day as it is typed; now where it is empty. */
export const recordClocks = (id: string, asOf: string) => ask(commands.recordClocks(id, asOf));
export const clockCount = (id: string, asOf: string, clock: string) => ask(commands.clockCount(id, asOf, clock));
export const stepChoices = (id: string, query: string) => ask(commands.stepChoices(id, query));
/** The date as it was typed; the document by its id, where there is one. */
export const stepRecord = (id: string, input: StepInput) => ask(commands.stepRecord(id, input));
