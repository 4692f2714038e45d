/** The rows of a long list: pages fetched around what is seen, kept while near. What was drawn stays until the next is there. */

const PAGE = 100;
/** Pages kept. */
const KEPT = 24;

/** What is on the screen now. */
export interface Drawn<Row> {
  first: number;
  /** Pixels of the first row that are above the edge. */
  above: number;
  rows: Row[];
}

export class Rows<Row> {
  drawn = $state.raw<Drawn<Row>>({ first: 0, above: 0, rows: [] });
  #pages = new Map<number, Row[]>();
  #asked = new Set<number>();
  #life = 0;
  #wanted = { top: 0, height: 0, view: 0, total: 0 };

  constructor(private readonly fetch: (first: number, count: number) => Promise<Row[]>) {}

  /** Forgets every row and reads again; what is drawn stays until then. */
  renew(): void {
    this.#life += 1;
    this.#pages.clear();
    this.#asked.clear();
    this.#draw();
  }

  /** The list was scrolled to `top`, or its sizes changed. */
  see(top: number, height: number, view: number, total: number): void {
    this.#wanted = { top, height, view, total };
    this.#draw();
  }

  /** A row, when it is there. */
  row(at: number): Row | undefined {
    return this.#pages.get(Math.floor(at / PAGE))?.[at % PAGE];
  }

  /** A row, fetched when it is not there. */
  async need(at: number): Promise<Row | undefined> {
    if (!this.row(at)) await this.#load(Math.floor(at / PAGE));
    return this.row(at);
  }

  #draw(): void {
    const { top, height, view, total } = this.#wanted;
    if (height <= 0) return;
    const first = Math.max(0, Math.min(Math.floor(top / height), total - 1));
    const last = Math.min(total - 1, Math.floor((top + view) / height) + 1);
    if (total === 0) this.drawn = { first: 0, above: 0, rows: [] };
    else {
      const rows: Row[] = [];
      for (let at = first; at <= last; at += 1) {
        const row = this.row(at);
        if (row === undefined) break;
        rows.push(row);
      }
      if (rows.length === last - first + 1) this.drawn = { first, above: top - first * height, rows };
    }
    const from = Math.max(0, Math.floor(first / PAGE) - 1);
    const to = Math.min(Math.floor(Math.max(0, total - 1) / PAGE), Math.floor(last / PAGE) + 1);
    for (const page of [Math.floor(first / PAGE), ...range(from, to)]) {
      if (!this.#pages.has(page) && !this.#asked.has(page) && (total > 0 || page === 0)) void this.#load(page);
    }
    this.#forget(Math.floor(first / PAGE));
  }

  async #load(page: number): Promise<void> {
    const life = this.#life;
    this.#asked.add(page);
    try {
      const rows = await this.fetch(page * PAGE, PAGE);
      if (life !== this.#life) return;
      this.#pages.set(page, rows);
      this.#draw();
    } finally {
      if (life === this.#life) this.#asked.delete(page);
    }
  }

  #forget(near: number): void {
    if (this.#pages.size <= KEPT) return;
    const far = [...this.#pages.keys()].sort((a, b) => Math.abs(b - near) - Math.abs(a - near));
    for (const page of far.slice(0, this.#pages.size - KEPT)) this.#pages.delete(page);
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
