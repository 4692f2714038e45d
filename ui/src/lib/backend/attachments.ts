/** Files of a record. No path ever reaches the page. */
import { ask } from './door';
import { commands, type Covered } from './generated/commands';

export type { FileEntry, Covered, Saved } from './generated/commands';

export const files = (record: string) => ask(commands.files(record));
export const filesAdd = (record: string) => ask(commands.filesAdd(record));
export const filesDropped = (record: string) => ask(commands.filesDropped(record));
export const filePicture = (record: string, id: string, width: number) => ask(commands.filePicture(record, id, width));
export const fileSave = (record: string, id: string) => ask(commands.fileSave(record, id));
export const fileRedact = (record: string, id: string, boxes: Covered[], note: string) => ask(commands.fileRedact(record, id, boxes, note));
