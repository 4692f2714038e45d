/** What floats over the page: sheets, dialogs, menus. Esc closes the top one and discards nothing. */

import { untrack } from 'svelte';

class Layers {
  #open = $state.raw<(() => void)[]>([]);

  /** How many are open. */
  get depth(): number {
    return this.#open.length;
  }

  /** A layer opened; the returned function says that it is gone. */
  open(close: () => void): () => void {
    this.#open = [...untrack(() => this.#open), close];
    return () => {
      this.#open = untrack(() => this.#open).filter((other) => other !== close);
    };
  }

  /** Closes the top one. */
  closeTop(): boolean {
    const top = this.#open.at(-1);
    top?.();
    return top !== undefined;
  }
}

export const layers = new Layers();
