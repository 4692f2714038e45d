/** What waits today. */
import { ask } from './door';
import { commands } from './generated/commands';

export type { Today, TodayItem, TodaySection } from './generated/commands';

export const today = (unfolded: string) => ask(commands.today(unfolded));
export const duplicatesDismiss = (a: string, b: string) => ask(commands.duplicatesDismiss(a, b));
