/** Settings, copies and the state of the archive. */
import { ask } from './door';
import { commands, type AskedKeyfile } from './generated/commands';

export type { About, Checked, Copied, CopyTold } from './generated/commands';

export const settingsSave = (idleMinutes: number) => ask(commands.settingsSave(idleMinutes));
export const writerAdd = (name: string) => ask(commands.writerAdd(name));
export const writerRetire = (id: string) => ask(commands.writerRetire(id));
export const passphraseChange = (current: string, next: string, asks: AskedKeyfile) => ask(commands.passphraseChange(current, next, asks));
export const wordsNew = (current: string) => ask(commands.wordsNew(current));
export const wordsNewConfirm = (answers: string[]) => ask(commands.wordsNewConfirm(answers));
export const archiveVerify = () => ask(commands.archiveVerify());
export const archiveVerifyStop = () => commands.archiveVerifyStop();
export const archiveCopy = () => ask(commands.archiveCopy());
export const about = () => commands.about();
