/** Fields and terms of the organisation's own. */
import { ask } from './door';
import { commands, type FieldDraft, type TermDraft } from './generated/commands';

export type { FieldDraft, ListNamed, Own, OwnFieldTold, OwnTermTold, TermDraft } from './generated/commands';

export const own = () => ask(commands.own());
export const fieldAdd = (draft: FieldDraft) => ask(commands.fieldAdd(draft));
export const fieldRename = (id: string, name: string, nameEn: string) => ask(commands.fieldRename(id, name, nameEn));
export const fieldRetire = (id: string, retired: boolean) => ask(commands.fieldRetire(id, retired));
export const termAdd = (draft: TermDraft) => ask(commands.termAdd(draft));
export const termRename = (id: string, name: string, nameEn: string) => ask(commands.termRename(id, name, nameEn));
export const termRetire = (id: string, retired: boolean) => ask(commands.termRetire(id, retired));
