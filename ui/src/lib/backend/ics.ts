/** Days with something due, for another program's calendar. */
import { ask } from './door';
import { commands } from './generated/commands';

export type { IcsPreview } from './generated/commands';

export const icsPreview = () => ask(commands.icsPreview());
export const icsSave = () => ask(commands.icsSave());
