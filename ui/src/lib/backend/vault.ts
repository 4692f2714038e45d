/** Before anybody unlocked. */
import { ask } from './door';
import { commands, type Appearance, type NewVault, type Start } from './generated/commands';

export type { Appearance, Entrance, NewVault, Reason, Start, Strength, WordsToKeep } from './generated/commands';

export const entrance = () => commands.entrance();
export const setAppearance = (appearance: Appearance) => ask(commands.setAppearance(appearance));
export const passphraseStrength = (typed: string) => commands.passphraseStrength(typed);
export const passphraseSuggest = () => ask(commands.passphraseSuggest());
export const keyfileChoose = () => ask(commands.keyfileChoose());
export const keyfileChooseNext = () => ask(commands.keyfileChooseNext());
export const keyfileMake = () => ask(commands.keyfileMake());
export const vaultCreate = (request: NewVault) => ask(commands.vaultCreate(request));
export const wordsSheet = () => ask(commands.wordsSheet());
export const wordsCheck = (answers: string[]) => ask(commands.wordsCheck(answers));
export const vaultConfirm = (answers: string[], start: Start) => ask(commands.vaultConfirm(answers, start));
export const vaultForget = () => ask(commands.vaultForget());
export const unlock = (passphrase: string, withKeyfile: boolean) => ask(commands.unlock(passphrase, withKeyfile));
export const unlockWithWords = (words: string[], passphrase: string) => ask(commands.unlockWithWords(words, passphrase));
