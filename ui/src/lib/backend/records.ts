/** One record: its page, its history, its versions. */
import { ask } from './door';
import { commands, type Decision, type FieldInput, type ListStatus } from './generated/commands';

export type { Value as JsonValue, Cell, CellLink, FieldInput, Saved, Page, PageField, Fact, Tab, Neighbour, Neighbourhood, Moment, Moments, Versions, VersionColumn, VersionRow, VersionCell, Decision, Change, MergePreview, Picked, Undoable } from './generated/commands';

export const recordCreate = (kind: string, inputs: FieldInput[]) => ask(commands.recordCreate(kind, inputs));
export const recordWrite = (id: string, inputs: FieldInput[]) => ask(commands.recordWrite(id, inputs));
export const recordPage = (id: string) => ask(commands.recordPage(id));
export const recordMoments = (id: string, first: number, count: number) => ask(commands.recordMoments(id, first, count));
export const recordLinks = (id: string, tab: string | null, first: number, count: number) => ask(commands.recordLinks(id, tab, first, count));
export const recordHistory = (id: string, field: string | null) => ask(commands.recordHistory(id, field));
export const recordReveal = (id: string, reason: string) => ask(commands.recordReveal(id, reason));
export const recordStatus = (id: string, status: ListStatus) => ask(commands.recordStatus(id, status));
export const recordVersions = (id: string) => ask(commands.recordVersions(id));
export const recordSettle = (id: string, choices: Decision[]) => ask(commands.recordSettle(id, choices));
export const mergePreview = (from: string, into: string) => ask(commands.mergePreview(from, into));
export const recordMerge = (from: string, into: string) => ask(commands.recordMerge(from, into));
export const recordUnmerge = (id: string) => ask(commands.recordUnmerge(id));
export const references = (kinds: string[], query: string, limit: number) => ask(commands.references(kinds, query, limit));
export const referenceCreate = (kind: string, name: string) => ask(commands.referenceCreate(kind, name));
