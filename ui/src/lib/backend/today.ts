/** What waits today. */
import { ask } from './door';
import { commands } from './generated/commands';

export type { Today, TodayItem, TodaySection } from './generated/commands';

export const today = () => ask(commands.today());
export const duplicatesDismiss = (a: string, b: string) => ask(commands.duplicatesDismiss(a, b));
