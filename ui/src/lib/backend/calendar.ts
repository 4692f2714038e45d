/** Days on which an authority closed. */
import { ask } from './door';
import { commands, type ClosedDayInput } from './generated/commands';

export type { ClosedDay, ClosedDays } from './generated/commands';

export const closedDays = () => ask(commands.closedDays());
export const closedDayAdd = (input: ClosedDayInput) => ask(commands.closedDayAdd(input));
export const closedDayRemove = (id: string) => ask(commands.closedDayRemove(id));
