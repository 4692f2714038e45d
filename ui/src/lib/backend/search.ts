/** Search and the command bar. */
import { commands } from './awaited';
import { ask } from './door';

export type { Hit } from './awaited';

export const search = (text: string, kind: string | null, earlier: boolean, limit: number) => ask(commands.search(text, kind, earlier, limit));
