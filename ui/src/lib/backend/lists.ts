/** Lists: pages, filters, views, many at once. */
import { ask } from './door';
import { commands, type FieldInput, type ListQuery, type ListStatus } from './generated/commands';

export type { ListQuery, FilterPart, FilterValue, ListColumn, ListRow, ListPage, ListStatus, Sorting, Chip, Nothing, Op, View, Undoable } from './generated/commands';

export const listPage = (query: ListQuery, first: number, count: number) => ask(commands.listPage(query, first, count));
export const listFoot = (query: ListQuery) => ask(commands.listFoot(query));
export const listIds = (query: ListQuery) => ask(commands.listIds(query));
export const listNeighbours = (query: ListQuery, id: string) => ask(commands.listNeighbours(query, id));
export const filterValues = (kind: string, field: string) => ask(commands.filterValues(kind, field));
export const views = (kind: string) => ask(commands.views(kind));
export const viewSave = (name: string, query: ListQuery) => ask(commands.viewSave(name, query));
export const viewForget = (id: string) => ask(commands.viewForget(id));
export const bulkEdit = (ids: string[], inputs: FieldInput[]) => ask(commands.bulkEdit(ids, inputs));
/** Adds to fields of several values; what they hold stays. */
export const bulkAdd = (ids: string[], inputs: FieldInput[]) => ask(commands.bulkAdd(ids, inputs));
export const bulkStatus = (ids: string[], status: ListStatus) => ask(commands.bulkStatus(ids, status));
export const undo = (token: string) => ask(commands.undo(token));
