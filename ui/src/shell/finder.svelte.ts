/** Records found as one types: one question at a time, the last one counts. */
import { search, type Sought } from '$lib/backend/search';

/** How long to wait for the next letter. */
const PAUSE = 40;
/** How long to wait for the index. */
const UNREADY = 300;
/** How many records are shown. */
const MOST = 12;

export class Finder {
  text = $state('');
  earlier = $state(false);
  found = $state.raw<Sought>();
  #asked = 0;
  #wait: ReturnType<typeof setTimeout> | undefined;
  #asking: Promise<void> | undefined;

  /** The words changed. */
  type(text: string): void {
    this.text = text;
    clearTimeout(this.#wait);
    this.#wait = setTimeout(() => this.#begin(), PAUSE);
  }

  /** Nobody looks any more. */
  leave(): void {
    this.#asked += 1;
    clearTimeout(this.#wait);
  }

  /** What is shown answers what is typed by now. */
  async settled(): Promise<void> {
    if (this.#wait !== undefined) this.#begin();
    await this.#asking;
  }

  #begin(): void {
    clearTimeout(this.#wait);
    this.#wait = undefined;
    this.#asking = this.#ask();
  }

  /** Whether words that stood there before count too. */
  look(earlier: boolean): void {
    this.earlier = earlier;
    this.#begin();
  }

  async #ask(): Promise<void> {
    this.#asked += 1;
    const now = this.#asked;
    const text = this.text.trim();
    const found = text === '' ? undefined : await search(text, null, this.earlier, MOST);
    if (now !== this.#asked) return;
    this.found = found;
    // The same words once more, until the index is there.
    if (found?.ready === false) this.#wait = setTimeout(() => this.#begin(), UNREADY);
  }
}
