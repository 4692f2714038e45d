/** Which rows of a list are chosen. */
import { SvelteSet } from 'svelte/reactivity';

export class Selection {
  readonly ids = new SvelteSet<string>();
  /** Where a stretch began. */
  anchor = 0;

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  toggle(id: string, at: number): void {
    if (!this.ids.delete(id)) this.ids.add(id);
    this.anchor = at;
  }

  /** Exactly these. */
  set(ids: Iterable<string>): void {
    this.ids.clear();
    for (const id of ids) this.ids.add(id);
  }

  clear(): void {
    this.ids.clear();
  }
}
