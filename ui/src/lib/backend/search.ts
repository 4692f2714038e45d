/** Search and the command bar. */
import { ask } from './door';
import { commands } from './generated/commands';

export type { Hit, Sought } from './generated/commands';

export const search = (text: string, kind: string | null, earlier: boolean, limit: number) => ask(commands.search(text, kind, earlier, limit));
