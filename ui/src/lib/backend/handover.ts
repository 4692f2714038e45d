/** The open work, handed over. */
import { ask } from './door';
import { commands, type HandoverOut } from './generated/commands';

export type { HandoverOut, PaperPreview } from './generated/commands';

export const handoverPreview = (request: HandoverOut) => ask(commands.handoverPreview(request));
export const handoverPage = (request: HandoverOut, page: number, width: number) => ask(commands.handoverPage(request, page, width));
export const handoverSave = (request: HandoverOut) => ask(commands.handoverSave(request));
