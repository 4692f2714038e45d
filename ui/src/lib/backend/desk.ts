/** The frame of the main window. */
import { ask } from './door';
import { commands, type Desk } from './generated/commands';

export type { Copied, Desk, Writer } from './generated/commands';

export const desk = (): Promise<Desk> => ask(commands.desk());
export const deskKeep = (state: string) => ask(commands.deskKeep(state));
export const touch = () => commands.touch();
export const lock = (panic: boolean) => commands.lock(panic);
export const writeAs = (writer: string): Promise<Desk> => ask(commands.writeAs(writer));
