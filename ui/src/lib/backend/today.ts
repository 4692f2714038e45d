/** What waits today. */
import { commands } from './awaited';
import { ask } from './door';

export type { Today, TodayItem } from './awaited';

export const today = () => ask(commands.today());
export const duplicatesDismiss = (a: string, b: string) => ask(commands.duplicatesDismiss(a, b));
