/** Agreed calls: what became of one, and the sheet to carry. */
import { ask } from './door';
import { commands, type CallAnswer, type CallsOut } from './generated/commands';

export type { CallAnswer, CallsOut, PaperPreview } from './generated/commands';

export const callAnswer = (id: string, answer: CallAnswer) => ask(commands.callAnswer(id, answer));
export const callsPreview = (request: CallsOut) => ask(commands.callsPreview(request));
export const callsPage = (request: CallsOut, page: number, width: number) => ask(commands.callsPage(request, page, width));
export const callsSave = (request: CallsOut) => ask(commands.callsSave(request));
