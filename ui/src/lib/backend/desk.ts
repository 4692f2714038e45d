/** The frame of the main window. */
import type { Copied } from './awaited';
import { ask } from './door';
import { commands, type Desk as DeskNow } from './generated/commands';

export type { Copied } from './awaited';
export type { Writer } from './generated/commands';
/** The frame; how old the last copy is comes with the row of settings. */
export type Desk = DeskNow & { copied?: Copied };

export const desk = (): Promise<Desk> => ask(commands.desk());
export const deskKeep = (state: string) => ask(commands.deskKeep(state));
export const touch = () => commands.touch();
export const lock = (panic: boolean) => commands.lock(panic);
export const writeAs = (writer: string): Promise<Desk> => ask(commands.writeAs(writer));
