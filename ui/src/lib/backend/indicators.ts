/** The indicators of the Mechanism as of a day. */
import { ask } from './door';
import { commands } from './generated/commands';

export type { Behind, Board, BoardLine, FigureSaid, Part, Parts, States, Trend } from './generated/commands';

/** Every indicator in words; the day as it is typed, today where it is empty. */
export const indicators = (asOf: string) => ask(commands.indicators(asOf));
/** The half years before the day. */
export const indicatorTrends = (asOf: string) => ask(commands.indicatorTrends(asOf));
/** The records behind a figure. */
export const indicatorRecords = (id: string, which: string, asOf: string) => ask(commands.indicatorRecords(id, which, asOf));
/** The federal entities as of a day, about one thing. */
export const indicatorStates = (topic: string, asOf: string) => ask(commands.indicatorStates(topic, asOf));
/** A figure taken apart by a field; by none, what it may be taken apart by. */
export const indicatorParts = (id: string, by: string, asOf: string) => ask(commands.indicatorParts(id, by, asOf));
/** Writes the half years of an indicator as a picture, with its table; nothing when the dialog was closed. */
export const indicatorTrendSave = (id: string, asOf: string) => ask(commands.indicatorTrendSave(id, asOf));
/** Writes the map as a picture, with its table; nothing when the dialog was closed. */
export const indicatorStatesSave = (topic: string, asOf: string) => ask(commands.indicatorStatesSave(topic, asOf));
