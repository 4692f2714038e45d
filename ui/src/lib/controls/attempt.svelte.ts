/** One thing a person asks for that may be refused: whether it is under way and what was said instead. */
import { Refusal, type Failure } from '../backend/door';

export class Attempt {
  busy = $state(false);
  failure = $state.raw<Failure>();

  /** Runs it; a refusal is kept to be shown, anything else is thrown on. */
  async run<T>(ask: () => Promise<T>): Promise<T | undefined> {
    this.busy = true;
    this.failure = undefined;
    try {
      return await ask();
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      this.failure = thrown.failure;
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  #asked = 0;

  /** The same for what is asked anew while it is answered: only the answer to the last question is taken. */
  async latest<T>(ask: () => Promise<T>, take: (found: T | undefined) => void): Promise<void> {
    this.#asked += 1;
    const now = this.#asked;
    const found = await this.run(ask);
    if (now === this.#asked) take(found);
  }
}
