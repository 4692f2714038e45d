/** The frame of the main window. */
import { ask } from './door';
import { commands } from './generated/commands';

export type { Desk, Writer } from './generated/commands';

export const desk = () => ask(commands.desk());
export const deskKeep = (state: string) => ask(commands.deskKeep(state));
export const touch = () => commands.touch();
export const lock = (panic: boolean) => commands.lock(panic);
export const writeAs = (writer: string) => ask(commands.writeAs(writer));
