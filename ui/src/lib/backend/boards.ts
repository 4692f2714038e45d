/** The Mechanism's boards as of a day. */
import { ask as call } from './door';
import { commands, type BoardAsk } from './generated/commands';

export type { BoardAsk, BoardBar, BoardChart, BoardChoice, BoardFilter, BoardPiece, BoardRow, BoardSection, BoardTotal, OneBoard } from './generated/commands';

/** A board; the day as it is typed, today where it is empty. */
export const board = (ask: BoardAsk) => call(commands.board(ask));
/** More rows of its long section. */
export const boardRows = (ask: BoardAsk, first: number, count: number) => call(commands.boardRows(ask, first, count));
/** The records behind one of its numbers. */
export const boardRecords = (ask: BoardAsk, which: string) => call(commands.boardRecords(ask, which));
/** Writes the chart of a section as a picture, with its table; nothing when the dialog was closed. */
export const boardChartSave = (ask: BoardAsk, section: string) => call(commands.boardChartSave(ask, section));
