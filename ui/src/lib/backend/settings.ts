/** Settings, copies and the state of the archive. */
import { commands as awaited } from './awaited';
import { ask } from './door';
import { commands } from './generated/commands';

export type { About, Checked } from './generated/commands';
export type { Copied } from './awaited';

export const settingsSave = (idleMinutes: number) => ask(commands.settingsSave(idleMinutes));
export const writerAdd = (name: string) => ask(commands.writerAdd(name));
export const writerRetire = (id: string) => ask(commands.writerRetire(id));
export const passphraseChange = (current: string, next: string, withKeyfile: boolean) => ask(commands.passphraseChange(current, next, withKeyfile));
export const wordsNew = (current: string) => ask(awaited.wordsNew(current));
export const wordsNewConfirm = (answers: string[]) => ask(awaited.wordsNewConfirm(answers));
export const archiveVerify = () => ask(commands.archiveVerify());
export const archiveVerifyStop = () => ask(awaited.archiveVerifyStop());
export const archiveCopy = () => ask(awaited.archiveCopy());
export const about = () => commands.about();
