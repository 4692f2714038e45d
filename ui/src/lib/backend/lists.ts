/** Lists: pages, filters, views, many at once. */
import { commands, type FieldInput, type ListQuery } from './awaited';
import { ask } from './door';

export type { ListQuery, FilterPart, ListColumn, ListRow, ListPage, View, Undoable } from './awaited';

export const listPage = (query: ListQuery, first: number, count: number) => ask(commands.listPage(query, first, count));
export const listIds = (query: ListQuery) => ask(commands.listIds(query));
export const listNeighbours = (query: ListQuery, id: string) => ask(commands.listNeighbours(query, id));
export const filterValues = (kind: string, field: string) => ask(commands.filterValues(kind, field));
export const views = (kind: string) => ask(commands.views(kind));
export const viewSave = (name: string, query: ListQuery) => ask(commands.viewSave(name, query));
export const viewForget = (id: string) => ask(commands.viewForget(id));
export const bulkEdit = (ids: string[], inputs: FieldInput[]) => ask(commands.bulkEdit(ids, inputs));
export const bulkStatus = (ids: string[], status: 'in_use' | 'archived' | 'binned') => ask(commands.bulkStatus(ids, status));
export const undo = (token: string) => ask(commands.undo(token));
