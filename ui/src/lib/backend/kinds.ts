/** Kinds, fields, terms and dates: what records are made of. */
import { commands } from './awaited';
import { ask } from './door';

export type { KindInfo, FieldInfo, Term, Label } from './awaited';

export const kinds = () => ask(commands.kinds());
export const terms = (catalogue: string, query: string, limit: number) => ask(commands.terms(catalogue, query, limit));
export const dateUnderstood = (text: string) => ask(commands.dateUnderstood(text));
