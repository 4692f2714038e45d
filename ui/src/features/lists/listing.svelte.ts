/** One list as somebody looks at it: what is asked, the page that answers, and which rows are chosen. */
import { onChanged } from '$lib/backend/events';
import { listIds, listPage, type FilterPart, type ListPage, type ListQuery, type ListRow, type ListStatus } from '$lib/backend/lists';
import { Attempt } from '$lib/controls/attempt.svelte';
import { Selection } from '$lib/controls/selection.svelte';
import { language } from '$lib/language/language.svelte';
import { router } from '$lib/route/route.svelte';

/** The list of a kind with nothing asked. */
export function plain(kind: string): ListQuery {
  return { kind, text: '', earlier: false, filters: [], status: 'in_use', sort: null, group: null, columns: [] };
}

export class Listing {
  query = $state.raw<ListQuery>(plain(''));
  page = $state.raw<ListPage>();
  /** Grows with every change of a record: the same question is asked again. */
  turn = $state(0);
  readonly chosen = new Selection();
  readonly attempt = new Attempt();
  /** What the rows answer to: another question begins at the top. */
  readonly question = $derived(JSON.stringify([this.query, language.current]));

  constructor(kind: string, address: string) {
    this.query = read(kind, address);
  }

  /** Asks at every change; call it inside an `$effect`. */
  listen(): () => void {
    const stop = $effect.root(() => {
      $effect(() => {
        const { query } = this;
        if (this.turn >= 0 && this.question !== '') void this.attempt.run(() => listPage(query, 0, 100)).then((page) => (this.page = page ?? this.page));
      });
    });
    const quiet = onChanged((changed) => {
      if (changed.kinds.length === 0 || changed.kinds.includes(this.query.kind)) this.turn += 1;
    });
    return () => {
      stop();
      quiet();
    };
  }

  fetch = async (first: number, count: number): Promise<ListRow[]> => (await listPage(this.query, first, count)).rows;

  /** Asks something else, and writes it into the address so that going back returns to it. */
  ask(change: Partial<ListQuery>): void {
    this.query = { ...this.query, ...change };
    this.chosen.clear();
    router.replace(`list/${this.query.kind}?${encodeURIComponent(JSON.stringify(this.query))}`);
  }

  setText = (text: string) => this.ask({ text });
  setGroup = (group: string) => this.ask({ group: group === '' ? null : group });
  addFilter = (part: FilterPart) => this.ask({ filters: [...this.query.filters, part] });
  removeFilter = (at: number) => this.ask({ filters: this.query.filters.toSpliced(at, 1) });
  clear = () => this.ask({ filters: [], text: '' });
  setColumns = (columns: string[]) => this.ask({ columns });

  setStatus(status: string): void {
    const known: readonly ListStatus[] = ['in_use', 'archived', 'binned'];
    const found = known.find((one) => one === status);
    if (found) this.ask({ status: found });
  }

  sorted(field: string): 'ascending' | 'descending' | 'none' {
    if (this.query.sort?.field !== field) return 'none';
    return this.query.sort.backwards ? 'descending' : 'ascending';
  }

  sortBy(field: string): void {
    const now = this.sorted(field);
    this.ask({ sort: now === 'descending' ? null : { field, backwards: now === 'ascending' } });
  }

  async chooseAll(): Promise<void> {
    const ids = await this.attempt.run(() => listIds(this.query));
    if (ids) this.chosen.set(ids);
  }
}

function read(kind: string, address: string): ListQuery {
  if (address === '') return plain(kind);
  try {
    const found: unknown = JSON.parse(decodeURIComponent(address));
    return isQuery(found) && found.kind === kind ? { ...plain(kind), ...found } : plain(kind);
  } catch {
    return plain(kind);
  }
}

function isQuery(found: unknown): found is ListQuery {
  return typeof found === 'object' && found !== null && 'kind' in found && 'filters' in found && Array.isArray(found.filters);
}
