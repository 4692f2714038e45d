/** Kinds, fields, terms and dates: what records are made of. */
import { ask } from './door';
import { commands } from './generated/commands';

export type { TermFound as Term, DateUnderstood, KindInfo, FieldInfo, Label, Named } from './generated/commands';

export const kinds = () => ask(commands.kinds());
export const terms = (catalogue: string, query: string, limit: number) => ask(commands.terms(catalogue, query, limit));
export const dateUnderstood = (text: string) => ask(commands.dateUnderstood(text));
