/** A list: what is asked, what came, where one is in it, what is chosen. */
import { listIds, listPage, views, viewForget, viewSave, type FilterPart, type ListPage, type ListQuery, type ListRow, type View } from '$lib/backend/lists';
import { Attempt } from '$lib/controls/attempt.svelte';
import { Selection } from '$lib/controls/selection.svelte';
import { listed } from '$lib/desk/listed.svelte';
import { everything, placeOf, readList, same } from './place';

/** Rows asked for with the figures of the list. */
const FIRST = 100;

/** What is on the screen: a question and its answer, always together. */
export interface Shown {
  query: ListQuery;
  page: ListPage;
  /** The same question and answer have the same key. */
  key: string;
}

export class List {
  query = $state.raw<ListQuery>(everything(''));
  shown = $state.raw<Shown>();
  /** Grows when the rows have to be read again where one is. */
  version = $state(0);
  current = $state(0);
  top = $state(0);
  views = $state.raw<View[]>([]);
  viewId = $state.raw<string | null>(null);
  row = $state.raw<ListRow>();
  readonly chosen = new Selection();
  readonly attempt = new Attempt();
  #asked = 0;

  constructor(kind: string, address: string) {
    const read = readList(kind, address);
    const left = listed.of(kind);
    const back = left !== undefined && same(left.query, read);
    this.query = back ? left.query : read;
    if (!back) return;
    this.viewId = left.view;
    this.current = left.current;
    this.top = left.top;
  }

  get view(): View | undefined {
    return this.views.find((view) => view.id === this.viewId);
  }

  /** Whether the saved list was changed since. */
  get changed(): boolean {
    return this.view !== undefined && !same(this.view.query, this.query);
  }

  get place(): string {
    return placeOf(this.query);
  }

  /** Remembers where one is, for the way back. */
  leave(): void {
    listed.leave({ query: this.query, view: this.viewId, current: this.current, top: this.top });
    listed.from = this.query;
  }

  /** Asks for something else. */
  ask(change: Partial<ListQuery>): void {
    this.query = { ...this.query, ...change };
    this.current = 0;
    this.row = undefined;
    if ('filters' in change || 'text' in change || 'status' in change) this.chosen.clear();
  }

  /** Reads what the question asks; an answer that comes late is dropped. */
  async read(query: ListQuery): Promise<void> {
    this.#asked += 1;
    const now = this.#asked;
    const page = await this.attempt.run(() => listPage(query, 0, FIRST));
    if (now !== this.#asked || !page) return;
    const key = JSON.stringify(query);
    if (this.shown?.key === key) this.version += 1;
    this.shown = { query, page, key };
    if (this.current >= page.total) this.current = Math.max(0, page.total - 1);
    if (page.total === 0) this.row = undefined;
  }

  async readViews(): Promise<void> {
    this.views = await views(this.query.kind);
  }

  /** Rows of what is shown. */
  rows = async (first: number, count: number): Promise<ListRow[]> => {
    const shown = this.shown;
    if (!shown) return [];
    if (first === 0 && count <= FIRST && shown.page.first === 0) return shown.page.rows;
    return (await listPage(shown.query, first, count)).rows;
  };

  async chooseAll(): Promise<void> {
    this.chosen.set(await listIds(this.query));
  }

  /** Puts a condition in a place, or after the last. */
  setFilter(at: number, part: FilterPart): void {
    const filters = [...this.query.filters];
    filters.splice(at, 1, part);
    this.ask({ filters });
  }

  removeFilter(at: number): void {
    this.ask({ filters: this.query.filters.toSpliced(at, 1) });
  }

  /** Asks for those where the field of a condition is recorded as not known. */
  unknownInstead(at: number): void {
    const part = this.query.filters[at];
    if (part) this.setFilter(at, { field: part.field, op: 'unknown', values: [] });
  }

  clear(): void {
    this.ask({ filters: [], text: '' });
  }

  use(view: View | undefined): void {
    this.viewId = view?.id ?? null;
    this.ask(view?.query ?? everything(this.query.kind));
  }

  async save(name: string): Promise<void> {
    const saved = await this.attempt.run(() => viewSave(name, this.query));
    if (!saved) return;
    await this.readViews();
    this.viewId = saved.id;
  }

  async forget(view: View): Promise<void> {
    await this.attempt.run(() => viewForget(view.id));
    if (this.viewId === view.id) this.viewId = null;
    await this.readViews();
  }
}
